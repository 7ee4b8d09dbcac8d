import { Temporal } from "temporal-polyfill";
import type { TimeZone } from "#app/contracts/services.ts";

export type Calendar = {
  /** ISO weekdays on which pick-ups are made, Monday is 1. */
  operatingDays: readonly number[];
  /** Closed days as "YYYY-MM-DD". */
  holidays: ReadonlySet<string>;
};

export const zonedTime = (at: Date, zone: TimeZone) =>
  Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(zone);

export const instantAt = (day: Temporal.PlainDate, time: string, zone: TimeZone) =>
  new Date(
    day.toZonedDateTime({ timeZone: zone, plainTime: Temporal.PlainTime.from(time) })
      .epochMilliseconds,
  );

export const isOperating = (day: Temporal.PlainDate, calendar: Calendar) =>
  calendar.operatingDays.includes(day.dayOfWeek) && !calendar.holidays.has(day.toString());

/** The `count`-th operating day after `day`; the longest closure in the table is far below a year. */
export function addOperatingDays(
  day: Temporal.PlainDate,
  count: number,
  calendar: Calendar,
): Temporal.PlainDate {
  if (calendar.operatingDays.length === 0)
    throw new Error("A calendar without operating days has no next one");
  let at = day;
  for (let left = count; left > 0; ) {
    at = at.add({ days: 1 });
    if (isOperating(at, calendar)) left -= 1;
  }
  return at;
}
