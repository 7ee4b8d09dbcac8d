import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { SERVICE_KINDS, TIME_ZONES } from "#app/contracts/services.ts";
import {
  buildCalendar,
  type CalendarRow,
  hoursOf,
  type Span,
} from "#app/domain/pickup/calendar.server.ts";
import { dateOf, dayOf, instantOf, minuteOfDay } from "#app/domain/pickup/local-time.server.ts";
import type { PickupPolicy } from "#app/domain/pickup/pickup-policy.server.ts";
import { reckonPickupClock } from "#app/domain/pickup/reckon-pickup-clock.server.ts";
import { seededPolicy } from "#app/domain/pickup/seeded-rules.server.ts";
import { countedMs } from "#app/domain/pickup/tile-stretches.server.ts";
import { HOLIDAYS } from "#db/migrations/reference/holidays.ts";

const zones = fc.constantFrom(...TIME_ZONES);
/** Around Lebaran 2026, to the second. */
const moments = fc
  .integer({ min: Date.UTC(2026, 1, 20) / 1000, max: Date.UTC(2026, 3, 20) / 1000 })
  .map((seconds) => new Date(seconds * 1000));

const spans: fc.Arbitrary<readonly Span[]> = fc
  .uniqueArray(fc.integer({ min: 0, max: 96 }), { minLength: 0, maxLength: 6 })
  .map((marks) => {
    const sorted = marks.map((mark) => mark * 15).sort((a, b) => a - b);
    return sorted.flatMap((from, at): Span[] => {
      const to = sorted[at + 1];
      return at % 2 === 0 && to !== undefined ? [[from, to]] : [];
    });
  });

const specialDays = fc.uniqueArray(fc.record({ offset: fc.integer({ min: 0, max: 60 }), spans }), {
  maxLength: 12,
  selector: (one) => one.offset,
});

const policies: fc.Arbitrary<PickupPolicy> = fc
  .record({
    service: fc.constantFrom(...SERVICE_KINDS),
    spans,
    jointLeaveCloses: fc.boolean(),
    cutoffMinute: fc.option(fc.integer({ min: 1, max: 1439 })),
    operatingDays: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1 }),
    plain: fc.boolean(),
  })
  .map(({ service, plain, ...change }) => ({ ...seededPolicy(service), ...(plain ? {} : change) }));

const calendars = specialDays.map((special) => {
  const national = HOLIDAYS.map(
    ([date, name, kind]): CalendarRow => ({ date, name, kind, spans: [], isSpecial: false }),
  );
  const first = dayOf(Date.UTC(2026, 1, 20), "Asia/Jakarta");
  return buildCalendar([
    ...national,
    ...special.map(
      (one): CalendarRow => ({
        date: dateOf(first + one.offset),
        name: "",
        kind: "hours",
        spans: one.spans,
        isSpecial: true,
      }),
    ),
  ]);
});

const cases = fc.record({ zone: zones, policy: policies, calendar: calendars });

describe("the pick-up clock, for any policy, calendar, zone and second", () => {
  it("tiles the time from the request to the deadline without gap or overlap", () => {
    fc.assert(
      fc.property(cases, moments, ({ zone, policy, calendar }, requestedAt) => {
        const { stretches, deadline } = reckonPickupClock({ requestedAt, zone }, policy, calendar);
        expect(stretches[0]?.from).toBe(requestedAt.getTime());
        expect(stretches.at(-1)?.to).toBe(deadline);
        stretches.forEach((one, at) => {
          expect(one.to).toBeGreaterThan(one.from);
          if (at > 0) expect(one.from).toBe(stretches[at - 1]?.to);
        });
      }),
      { numRuns: 400 },
    );
  });

  it("never ends inside time that does not count, and warns while it still counts", () => {
    fc.assert(
      fc.property(cases, moments, ({ zone, policy, calendar }, requestedAt) => {
        const clock = reckonPickupClock({ requestedAt, zone }, policy, calendar);
        expect(clock.stretches.at(-1)?.reason).toBe("counted");
        const just = clock.deadline - 1;
        const minute = minuteOfDay(just, zone);
        const { spans: open } = hoursOf(dayOf(just, zone), calendar, policy);
        expect(open.some(([from, to]) => minute >= from && minute < to)).toBe(true);
        expect(clock.warnAt).toBeGreaterThanOrEqual(requestedAt.getTime());
        expect(clock.warnAt).toBeLessThanOrEqual(clock.deadline);
        expect(countedMs(clock.stretches)).toBeGreaterThan(0);
      }),
      { numRuns: 400 },
    );
  });

  it("is monotone in the request time", () => {
    fc.assert(
      fc.property(
        cases,
        moments,
        fc.integer({ min: 0, max: 4 * 86_400 }),
        ({ zone, policy, calendar }, requestedAt, later) => {
          const other = new Date(requestedAt.getTime() + later * 1000);
          const first = reckonPickupClock({ requestedAt, zone }, policy, calendar);
          const second = reckonPickupClock({ requestedAt: other, zone }, policy, calendar);
          expect(second.deadline).toBeGreaterThanOrEqual(first.deadline);
          expect(second.windowStart).toBeGreaterThanOrEqual(first.windowStart);
          expect(second.autoCancelAt ?? 0).toBeGreaterThanOrEqual(first.autoCancelAt ?? 0);
        },
      ),
      { numRuns: 600 },
    );
  });

  it("has its edge exactly at the cut-off", () => {
    fc.assert(
      fc.property(zones, fc.integer({ min: 0, max: 60 }), (zone, offset) => {
        const day = dayOf(Date.UTC(2026, 1, 20), zone) + offset;
        const policy = seededPolicy("regular");
        const calendar = buildCalendar([]);
        const at = (ms: number) =>
          reckonPickupClock({ requestedAt: new Date(ms), zone }, policy, calendar);
        const cutOff = instantOf(day, 16 * 60, zone);
        const before = at(cutOff - 1);
        const after = at(cutOff);
        const counts = hoursOf(day, calendar, policy).spans.length > 0;
        expect(after.deadline > before.deadline).toBe(counts);
        expect(before.cutOff === cutOff).toBe(counts);
      }),
    );
  });

  it("reads the same instant by the origin's own wall clock", () => {
    fc.assert(
      fc.property(moments, (requestedAt) => {
        const calendar = buildCalendar([]);
        const local = (["Asia/Jakarta", "Asia/Makassar", "Asia/Jayapura"] as const).map((zone) => {
          const shift = instantOf(0, 0, zone) - instantOf(0, 0, "Asia/Jakarta");
          const sameWall = new Date(requestedAt.getTime() + shift);
          const clock = reckonPickupClock(
            { requestedAt: sameWall, zone },
            seededPolicy("regular"),
            calendar,
          );
          return clock.deadline - shift;
        });
        expect(new Set(local).size).toBe(1);
      }),
    );
  });
});
