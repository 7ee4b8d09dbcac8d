import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Meaning, Stage } from "#app/contracts/stages.ts";
import { foldStage, type TrackedEvent } from "#app/domain/tracking/fold-stage.server.ts";

const requested = new Date("2026-11-24T02:00:00Z");
const at = (minutes: number) => new Date(requested.getTime() + minutes * 60_000);
const event = (
  meaning: Meaning,
  minutes: number | null,
  received = minutes ?? 0,
): TrackedEvent => ({
  meaning,
  occurredAt: minutes === null ? null : at(minutes),
  receivedAt: at(received),
});
const fold = (...events: TrackedEvent[]) => foldStage(events, requested, "pickup_requested");

describe("where a parcel is", () => {
  it("is its start while nothing is known", () => {
    expect(fold()).toMatchObject({ stage: "pickup_requested", custodyAt: null });
    expect(fold(event("unknown", 5))).toMatchObject({ stage: "pickup_requested" });
  });

  it("never goes back from custody by a late word about the pick-up", () => {
    expect(fold(event("picked_up", 60), event("pickup_failed", null, 90))).toMatchObject({
      stage: "picked_up",
      failedAt: null,
    });
  });

  it("takes a failure at the destination for no failed pick-up", () => {
    expect(fold(event("in_transit", 60), event("pickup_failed", 900)).failedAt).toBeNull();
  });

  it("takes the receipt for a clock that is wrong", () => {
    expect(fold(event("picked_up", -60 * 24 * 365, 120)).custodyAt).toEqual(at(120));
    expect(fold(event("picked_up", 9999, 120)).custodyAt).toEqual(at(120));
  });

  it("lets the first custody scan count, however often it comes", () => {
    expect(fold(event("picked_up", 60), event("picked_up", 60 * 24 * 8)).custodyAt).toEqual(at(60));
  });

  it("is final once it is final", () => {
    expect(fold(event("cancelled", 60), event("pickup_in_progress", 90))).toMatchObject({
      stage: "cancelled",
      finalAt: at(60),
    });
  });

  it("does not depend on the order in which it is told", () => {
    const stages: Stage[] = [
      "pickup_requested",
      "pickup_failed",
      "picked_up",
      "in_transit",
      "delivered",
      "unknown",
      "cancelled",
    ];
    const events = fc.array(
      fc.record({
        stage: fc.constantFrom(...stages),
        minutes: fc.integer({ min: -100, max: 5000 }),
        delay: fc.integer({ min: 0, max: 3000 }),
      }),
      { maxLength: 12 },
    );
    fc.assert(
      fc.property(events, fc.infiniteStream(fc.nat()), (given, random) => {
        const told = given.map(({ stage, minutes, delay }) =>
          event(stage, minutes, Math.max(0, minutes) + delay),
        );
        const shuffled = told
          .map((one) => ({ one, key: random.next().value }))
          .sort((a, b) => a.key - b.key)
          .map(({ one }) => one);
        expect(fold(...shuffled)).toEqual(fold(...told));
      }),
    );
  });
});
