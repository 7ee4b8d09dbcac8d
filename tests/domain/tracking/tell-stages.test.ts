import { describe, expect, it } from "vitest";
import type { Meaning } from "#app/contracts/stages.ts";
import { tellStages } from "#app/domain/tracking/fold-stage.server.ts";

const requested = new Date("2026-11-24T02:00:00Z");
const at = (minutes: number) => new Date(requested.getTime() + minutes * 60_000);
const row = (meaning: Meaning, minutes: number | null) => ({
  meaning,
  at: minutes === null ? null : at(minutes),
});

describe("the rows of a history", () => {
  it("tell their stage in the sequence, and whether the courier has the parcel since", () => {
    const told = tellStages(
      [
        row("in_transit", -500),
        row("order_created", 0),
        row("pickup_failed", 10),
        row("picked_up", 20),
        row("ignored", 25),
        row("pickup_failed", 30),
        row("custody_reversed", 40),
        row("pickup_failed", 50),
        row("dropped_off", 60),
        row("delivered", 70),
        row("unknown", null),
      ],
      requested,
    );
    expect(told.map(({ stage, custody }) => `${stage}${custody ? " held" : ""}`)).toEqual([
      "in_transit",
      "order_created",
      "pickup_failed",
      "picked_up held",
      "unknown held",
      "delivery_failed held",
      "pickup_requested",
      "pickup_failed",
      "dropped_off held",
      "delivered held",
      "unknown held",
    ]);
  });

  it("begin no custody by a cancellation, a hold, an exception or a loss", () => {
    for (const meaning of ["cancelled", "on_hold", "exception", "lost"] as const)
      expect(tellStages([row(meaning, 1)], null)).toEqual([{ stage: meaning, custody: false }]);
    expect(tellStages([row("picked_up", null)], requested)[0]?.custody).toBe(true);
  });
});
