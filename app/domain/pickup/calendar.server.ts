import type { StretchReason } from "#app/contracts/clock-views.ts";
import { type Day, dateOf, dayOfDate, weekdayOf } from "./local-time.server.ts";

/** Minutes of a day, from before to. */
export type Span = readonly [from: number, to: number];

/** What the tables say of one date: a national holiday, joint leave, or the hours of a courier and region. */
export type CalendarRow = {
  date: string;
  name: string;
  kind: "libur_nasional" | "cuti_bersama" | "hours";
  /** `hours`: when pick-ups are made on that date; none: closed. */
  spans: readonly Span[];
  /** The row is for one courier or region only. */
  isSpecial: boolean;
};

export type Calendar = {
  /** The row that counts for each date that has one. */
  days: ReadonlyMap<Day, CalendarRow>;
  /** Days on which a marketplace does not count its auto-cancel. */
  nationalHolidays: ReadonlySet<Day>;
  /** Last date of the holiday table; every day after it is an ordinary one. */
  ends: string | null;
};

/** The weekly side of the calendar, from the policy. */
export type Week = {
  /** ISO weekdays with pick-ups, Monday is 1. */
  operatingDays: readonly number[];
  /** Hours of an ordinary day; none: all of it. */
  spans: readonly Span[];
  jointLeaveCloses: boolean;
};

export type DayHours = {
  /** None: closed. In order, without overlap. */
  spans: readonly Span[];
  /** Why the rest of the day does not count. */
  reason: StretchReason;
  /** Name of the holiday or closure. */
  name: string;
};

const WHOLE_DAY: readonly Span[] = [[0, 1440]];
/** Longer than any closure that somebody may enter. */
const HORIZON_DAYS = 800;

/** @param rows the more general before the more special: the last one of a date counts. */
export function buildCalendar(rows: readonly CalendarRow[]): Calendar {
  const days = new Map<Day, CalendarRow>();
  const nationalHolidays = new Set<Day>();
  let ends: string | null = null;
  for (const row of rows) {
    const day = dayOfDate(row.date);
    days.set(day, row);
    if (row.isSpecial) continue;
    if (row.kind === "libur_nasional") nationalHolidays.add(day);
    if (row.kind !== "hours" && (!ends || row.date > ends)) ends = row.date;
  }
  return { days, nationalHolidays, ends };
}

const closed = (reason: StretchReason, name = ""): DayHours => ({ spans: [], reason, name });

function hoursOfRow(row: CalendarRow, week: Week): DayHours | undefined {
  if (row.kind === "hours") {
    const reason = row.isSpecial ? "courier_closure" : "national_holiday";
    return { spans: row.spans, reason, name: row.name };
  }
  const closes = row.kind === "libur_nasional" || week.jointLeaveCloses;
  return closes ? closed("national_holiday", row.name) : undefined;
}

export function hoursOf(day: Day, calendar: Calendar, week: Week): DayHours {
  const row = calendar.days.get(day);
  const special = row && hoursOfRow(row, week);
  if (special) return special;
  const weekday = weekdayOf(day);
  if (!week.operatingDays.includes(weekday))
    return closed(weekday === 7 ? "sunday" : "courier_closure");
  return {
    spans: week.spans.length > 0 ? week.spans : WHOLE_DAY,
    reason: "after_cutoff",
    name: "",
  };
}

export const isOpen = (day: Day, calendar: Calendar, week: Week) =>
  hoursOf(day, calendar, week).spans.length > 0;

/** The `count`-th operating day after `day`. */
export function addOperatingDays(day: Day, count: number, calendar: Calendar, week: Week): Day {
  let at = day;
  for (let left = count; left > 0; ) {
    at += 1;
    if (at > day + HORIZON_DAYS)
      throw new Error(`No operating day within ${HORIZON_DAYS} days of ${dateOf(day)}`);
    if (isOpen(at, calendar, week)) left -= 1;
  }
  return at;
}

/** When the last pick-ups of an open day are made. */
export const closingMinute = (hours: DayHours) => hours.spans.at(-1)?.[1] ?? 0;
