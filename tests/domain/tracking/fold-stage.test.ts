import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Meaning } from "#app/contracts/stages.ts";
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

const permute = <T>(items: T[]): T[][] =>
  items.length < 2
    ? [items]
    : items.flatMap((item, index) =>
        permute(items.toSpliced(index, 1)).map((rest) => [item, ...rest]),
      );

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

  it("is a failed delivery where the courier has the parcel and says a pick-up failed", () => {
    expect(fold(event("picked_up", 60), event("pickup_failed", 900))).toMatchObject({
      stage: "delivery_failed",
      stageAt: at(900),
      failedAt: null,
    });
    expect(fold(event("in_transit", 60), event("pickup_failed_final", 900)).stage).toBe(
      "delivery_failed",
    );
  });

  it("is a failed pick-up where the failure comes late but was before custody", () => {
    expect(fold(event("picked_up", 60), event("pickup_failed", 30, 900))).toMatchObject({
      stage: "picked_up",
      failedAt: at(30),
    });
  });

  it("gives the parcel back when its scan is withdrawn, and takes it again at the next", () => {
    const reversed = [
      event("picked_up", 60),
      event("in_transit", 70),
      event("custody_reversed", 80),
    ];
    expect(fold(...reversed)).toMatchObject({
      stage: "pickup_requested",
      stageAt: at(80),
      custodyAt: null,
    });
    expect(fold(...reversed, event("picked_up", 90)).custodyAt).toEqual(at(90));
    expect(fold(...reversed, event("pickup_failed", 75))).toMatchObject({ failedAt: at(75) });
    expect(fold(...reversed, event("picked_up", 80, 500)).custodyAt).toBeNull();
    expect(foldStage(reversed, requested, "dropoff_pending").stage).toBe("dropoff_pending");
  });

  it("does not believe what is told of a time before the request", () => {
    expect(fold(event("cancelled", -5, 10), event("pickup_failed", -1, 10))).toMatchObject({
      stage: "pickup_requested",
      finalAt: null,
      failedAt: null,
    });
    const skewed = event("in_transit", -60 * 24 * 365, 200);
    expect(fold(skewed, event("picked_up", 60)).custodyAt).toEqual(at(60));
    expect(fold(skewed, event("out_for_delivery", -60 * 24 * 364, 200))).toMatchObject({
      stage: "out_for_delivery",
      custodyAt: at(200),
    });
    expect(fold(skewed, event("custody_reversed", 90, 200)).custodyAt).toBeNull();
  });

  it("is not moved by what says nothing, and no custody begins with a hold, a loss or an end", () => {
    expect(fold(event("ignored", 5), event("unknown", 6)).stage).toBe("pickup_requested");
    for (const meaning of ["on_hold", "exception", "lost", "cancelled"] as const)
      expect(fold(event(meaning, 5))).toMatchObject({ stage: meaning, custodyAt: null });
    expect(fold(event("lost", 5), event("in_transit", 60)).stage).toBe("lost");
  });

  it("is one in all 720 orders of six events", () => {
    const six = [
      event("pickup_requested", 1),
      event("picked_up", 60),
      event("custody_reversed", 90),
      event("pickup_failed", 95, 400),
      event("picked_up", 120),
      event("in_transit", 120),
    ];
    const told = new Set(permute(six).map((order) => JSON.stringify(fold(...order))));
    expect(permute(six)).toHaveLength(720);
    expect([...told].map((one) => JSON.parse(one))).toEqual([
      {
        stage: "in_transit",
        stageAt: at(120).toISOString(),
        custodyAt: at(120).toISOString(),
        failedAt: at(95).toISOString(),
        finalAt: null,
      },
    ]);
  });

  it("does not depend on the order in which it is told", () => {
    const meanings: Meaning[] = [
      "pickup_requested",
      "pickup_failed",
      "picked_up",
      "in_transit",
      "delivered",
      "unknown",
      "cancelled",
      "pickup_failed_final",
      "dropped_off",
      "on_hold",
      "lost",
      "ignored",
      "custody_reversed",
    ];
    const events = fc.array(
      fc.record({
        meaning: fc.constantFrom(...meanings),
        // Few minutes, so that many events share one.
        minutes: fc.option(fc.integer({ min: -3, max: 9 })),
        received: fc.integer({ min: -2, max: 9 }),
      }),
      { maxLength: 12 },
    );
    fc.assert(
      fc.property(events, fc.infiniteStream(fc.nat()), (given, random) => {
        const told = given.map(({ meaning, minutes, received }) =>
          event(meaning, minutes, received),
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
