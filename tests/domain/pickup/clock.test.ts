import { describe, expect, it } from "vitest";
import type { ServiceKind, TimeZone } from "#app/contracts/services.ts";
import { buildCalendar, type CalendarRow } from "#app/domain/pickup/calendar.server.ts";
import { localIso } from "#app/domain/pickup/local-time.server.ts";
import type { PickupPolicy } from "#app/domain/pickup/pickup-policy.server.ts";
import { reckonPickupClock } from "#app/domain/pickup/reckon-pickup-clock.server.ts";
import { SEEDED_CALENDAR, seededPolicy } from "#app/domain/pickup/seeded-rules.server.ts";
import { HOLIDAYS } from "#db/migrations/reference/holidays.ts";

const WIB: TimeZone = "Asia/Jakarta";

function clockOf(
  service: ServiceKind,
  requested: string,
  {
    zone = WIB,
    change = {},
    rows = [],
    rescheduledTo,
  }: {
    zone?: TimeZone;
    change?: Partial<PickupPolicy>;
    rows?: CalendarRow[];
    rescheduledTo?: string;
  } = {},
) {
  const national = HOLIDAYS.map(([date, name, kind]) => ({
    date,
    name,
    kind,
    spans: [],
    isSpecial: false,
  }));
  const calendar = buildCalendar([...national, ...rows]);
  const clock = reckonPickupClock(
    {
      requestedAt: new Date(requested),
      zone,
      rescheduledTo: rescheduledTo ? new Date(rescheduledTo) : null,
    },
    { ...seededPolicy(service), ...change },
    calendar,
  );
  const local = (at: number | null) => (at === null ? null : localIso(new Date(at), zone));
  return {
    windowStart: local(clock.windowStart),
    cutOff: local(clock.cutOff),
    warnAt: local(clock.warnAt),
    deadline: local(clock.deadline),
    autoCancelAt: local(clock.autoCancelAt),
    stretches: clock.stretches.map(
      ({ from, to, reason }) => `${local(from)?.slice(5, 16)} ${local(to)?.slice(5, 16)} ${reason}`,
    ),
  };
}

const hours = (date: string, spans: CalendarRow["spans"]): CalendarRow => ({
  date,
  name: "",
  kind: "hours",
  spans,
  isSpecial: true,
});

describe("the pick-up clock", () => {
  it("counts from the day itself until the cut-off, and from the next operating day at the stroke of it", () => {
    expect(clockOf("regular", "2026-11-24T15:59:59+07:00")).toMatchObject({
      cutOff: "2026-11-24T16:00:00+07:00",
      deadline: "2026-11-25T20:00:00+07:00",
    });
    expect(clockOf("regular", "2026-11-24T16:00:00+07:00")).toEqual({
      windowStart: "2026-11-25T08:00:00+07:00",
      cutOff: "2026-11-25T16:00:00+07:00",
      warnAt: "2026-11-26T11:12:00+07:00",
      deadline: "2026-11-26T20:00:00+07:00",
      autoCancelAt: "2026-11-27T16:00:00+07:00",
      stretches: ["11-24T16:00 11-25T00:00 after_cutoff", "11-25T00:00 11-26T20:00 counted"],
    });
  });

  it("skips Sunday", () => {
    expect(clockOf("regular", "2026-11-21T10:00:00+07:00")).toMatchObject({
      deadline: "2026-11-23T20:00:00+07:00",
      stretches: [
        "11-21T10:00 11-22T00:00 counted",
        "11-22T00:00 11-23T00:00 sunday",
        "11-23T00:00 11-23T20:00 counted",
      ],
    });
    expect(clockOf("regular", "2026-11-22T10:00:00+07:00").deadline).toBe(
      "2026-11-24T20:00:00+07:00",
    );
  });

  it("goes over Nyepi and Lebaran 2026 in the origin's own zone", () => {
    const clock = clockOf("regular", "2026-03-18T15:59:00+09:00", { zone: "Asia/Jayapura" });
    expect(clock).toMatchObject({
      windowStart: "2026-03-18T15:59:00+09:00",
      cutOff: "2026-03-18T16:00:00+09:00",
      deadline: "2026-03-20T20:00:00+09:00",
      autoCancelAt: "2026-03-24T15:59:00+09:00",
      stretches: [
        "03-18T15:59 03-19T00:00 counted",
        "03-19T00:00 03-20T00:00 national_holiday",
        "03-20T00:00 03-20T20:00 counted",
      ],
    });
    expect(clockOf("regular", "2026-03-20T16:00:00+07:00").deadline).toBe(
      "2026-03-24T20:00:00+07:00",
    );
  });

  it.each([
    ["next_day", "2026-11-24T13:59:59+07:00", "2026-11-24T20:00:00+07:00"],
    ["next_day", "2026-11-24T14:00:00+07:00", "2026-11-25T20:00:00+07:00"],
    ["same_day", "2026-11-22T09:59:00+07:00", "2026-11-22T14:00:00+07:00"],
    ["same_day", "2026-11-21T10:00:00+07:00", "2026-11-22T14:00:00+07:00"],
    ["cargo", "2026-11-24T13:00:00+07:00", "2026-11-27T18:00:00+07:00"],
    ["cargo", "2026-11-24T14:00:00+07:00", "2026-11-28T18:00:00+07:00"],
    ["drop_off", "2026-11-24T21:00:00+07:00", "2026-11-25T20:00:00+07:00"],
    ["instant", "2026-11-22T10:00:00+07:00", "2026-11-22T11:00:00+07:00"],
    ["instant", "2026-11-24T03:00:00+07:00", "2026-11-24T09:00:00+07:00"],
    ["instant", "2026-08-17T10:00:00+07:00", "2026-08-18T09:00:00+07:00"],
  ] as const)("has a limit of its own for %s, requested %s", (service, requested, deadline) => {
    expect(clockOf(service, requested).deadline).toBe(deadline);
  });

  it("counts a cargo pick-up from the day of the request, to a pick-up on the next one", () => {
    expect(clockOf("cargo", "2026-11-24T13:00:00+07:00")).toMatchObject({
      cutOff: "2026-11-24T14:00:00+07:00",
      windowStart: "2026-11-25T08:00:00+07:00",
    });
  });

  it("gives an hour's search no more than its open minutes, over a holiday too", () => {
    expect(clockOf("instant", "2026-08-16T23:30:00+07:00")).toMatchObject({
      deadline: "2026-08-18T00:30:00+07:00",
      stretches: [
        "08-16T23:30 08-17T00:00 counted",
        "08-17T00:00 08-18T00:00 national_holiday",
        "08-18T00:00 08-18T00:30 counted",
      ],
    });
  });

  it("never cancels a drop-off, and counts 72 hours without Sundays and holidays for the rest", () => {
    expect(clockOf("drop_off", "2026-11-24T10:00:00+07:00").autoCancelAt).toBeNull();
    expect(clockOf("same_day", "2026-11-20T09:00:00+07:00").autoCancelAt).toBe(
      "2026-11-24T09:00:00+07:00",
    );
    expect(clockOf("regular", "2026-11-22T10:00:00+07:00").autoCancelAt).toBe(
      "2026-11-26T00:00:00+07:00",
    );
  });

  it("warns at 80 % of the counted time or an hour before, whichever is first", () => {
    expect(clockOf("regular", "2026-11-24T10:00:00+07:00").warnAt).toBe(
      "2026-11-25T13:12:00+07:00",
    );
    expect(clockOf("instant", "2026-11-24T10:00:00+07:00").warnAt).toBe(
      "2026-11-24T10:30:00+07:00",
    );
    expect(
      clockOf("regular", "2026-11-24T10:00:00+07:00", { change: { warnShare: 1 } }).warnAt,
    ).toBe("2026-11-25T19:00:00+07:00");
  });
});

describe("the calendar", () => {
  const lebaran = "2026-03-20T10:00:00+07:00";

  it("lets the row of a courier and region win over the national table", () => {
    const open = hours("2026-03-21", [[0, 1440]]);
    expect(clockOf("regular", lebaran).deadline).toBe("2026-03-23T20:00:00+07:00");
    expect(clockOf("regular", lebaran, { rows: [open] }).deadline).toBe(
      "2026-03-21T20:00:00+07:00",
    );
    expect(clockOf("regular", lebaran, { rows: [hours("2026-03-23", [])] })).toMatchObject({
      deadline: "2026-03-24T20:00:00+07:00",
      stretches: [
        "03-20T10:00 03-21T00:00 counted",
        "03-21T00:00 03-23T00:00 national_holiday",
        "03-23T00:00 03-24T00:00 courier_closure",
        "03-24T00:00 03-24T20:00 counted",
      ],
    });
  });

  it("works on joint leave unless the policy says otherwise", () => {
    const change = { jointLeaveCloses: true };
    expect(clockOf("regular", "2026-12-23T10:00:00+07:00").deadline).toBe(
      "2026-12-24T20:00:00+07:00",
    );
    expect(clockOf("regular", "2026-12-23T10:00:00+07:00", { change }).deadline).toBe(
      "2026-12-26T20:00:00+07:00",
    );
  });

  it("takes an early closing for the cut-off of that day, and for its limit", () => {
    const rows = [hours("2026-11-24", [[0, 840]])];
    expect(clockOf("regular", "2026-11-24T13:59:00+07:00", { rows }).cutOff).toBe(
      "2026-11-24T14:00:00+07:00",
    );
    expect(clockOf("regular", "2026-11-24T14:00:00+07:00", { rows }).deadline).toBe(
      "2026-11-26T20:00:00+07:00",
    );
    expect(clockOf("regular", "2026-11-23T10:00:00+07:00", { rows }).deadline).toBe(
      "2026-11-24T14:00:00+07:00",
    );
  });

  it("counts only the hours of a day with several spans", () => {
    const change: Partial<PickupPolicy> = {
      spans: [
        [480, 720],
        [780, 1020],
      ],
      limit: { kind: "minutes", minutes: 300 },
    };
    expect(clockOf("regular", "2026-11-24T11:00:00+07:00", { change })).toMatchObject({
      deadline: "2026-11-24T17:00:00+07:00",
      stretches: [
        "11-24T11:00 11-24T12:00 counted",
        "11-24T12:00 11-24T13:00 after_cutoff",
        "11-24T13:00 11-24T17:00 counted",
      ],
    });
  });

  it("waits for the day that the seller asked for", () => {
    expect(
      clockOf("regular", "2026-11-24T10:00:00+07:00", {
        rescheduledTo: "2026-11-26T09:00:00+07:00",
      }),
    ).toMatchObject({
      deadline: "2026-11-27T20:00:00+07:00",
      stretches: ["11-24T10:00 11-26T00:00 rescheduled", "11-26T00:00 11-27T20:00 counted"],
    });
  });

  it("takes every day after its end for an ordinary one, and says where it ends", () => {
    expect(clockOf("regular", "2029-03-18T10:00:00+07:00").deadline).toBe(
      "2029-03-20T20:00:00+07:00",
    );
    expect(SEEDED_CALENDAR.ends).toBe("2027-01-01");
  });

  it("says so where a courier never opens", () => {
    expect(() =>
      clockOf("regular", "2026-11-24T10:00:00+07:00", { change: { operatingDays: [] } }),
    ).toThrow(/No operating day/);
  });
});
