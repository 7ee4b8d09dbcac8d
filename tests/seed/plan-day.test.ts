import { describe, expect, it } from "vitest";
import { reckonPickupClock } from "#app/domain/pickup/reckon-pickup-clock.server.ts";
import { SEEDED_CALENDAR, seededPolicy } from "#app/domain/pickup/seeded-rules.server.ts";
import { PARCELS, planDay } from "#server/cli/seed/plan.ts";
import type { DeadlineOf } from "#server/cli/seed/requests.ts";

const deadlineOf: DeadlineOf = ({ service, shop, requestedAt }) =>
  new Date(
    reckonPickupClock({ requestedAt, zone: shop.zone }, seededPolicy(service), SEEDED_CALENDAR)
      .deadline,
  );

describe("a day that ends whenever the demo starts", () => {
  it.each([
    ["a morning", "2026-11-24T01:05:00Z"],
    ["a minute before the deadline", "2026-11-24T12:59:00Z"],
    ["a minute after it", "2026-11-24T13:01:00Z"],
    ["midnight", "2026-11-24T17:00:00Z"],
    ["three at night", "2026-11-24T20:00:00Z"],
    ["a Sunday", "2026-11-22T05:00:00Z"],
    ["a Monday morning", "2026-11-23T01:10:00Z"],
    ["a holiday", "2026-08-17T05:00:00Z"],
    ["the second day of Idul Fitri", "2026-03-22T09:30:00Z"],
    ["New Year", "2027-01-01T00:30:00Z"],
  ])("can be planned for %s", (_name, now) => {
    const plan = planDay(new Date(now), deadlineOf);
    const parcels = plan.requests.flatMap((request) => request.resi);
    expect(new Set(parcels).size).toBe(PARCELS);
    expect(plan.moments.filter((moment) => moment.at > new Date(now))).toEqual([]);
  });
});
