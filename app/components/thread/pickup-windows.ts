import type { TimeZone } from "../../contracts/services.ts";

export type PickupWindow = { day: "today" | "tomorrow"; date: string; from: string; to: string };

const LAST_HOUR = 20;

/** yyyy-mm-dd and hour as the clock on the wall of that zone shows them. */
export function localDay(now: number, zone: TimeZone): { date: string; hour: number } {
  const swedish = new Intl.DateTimeFormat("sv-SE", {
    timeZone: zone,
    dateStyle: "short",
    timeStyle: "short",
  }).format(now);
  return { date: swedish.slice(0, 10), hour: Number(swedish.slice(11, 13)) };
}

/** Two-hour windows that a courier promises most: the next ones today, then tomorrow's. */
export function quickWindows(now: number, zone: TimeZone): PickupWindow[] {
  const today = localDay(now, zone);
  const tomorrow = localDay(now + 24 * 60 * 60 * 1000, zone).date;
  const next = Math.max(8, today.hour + 1);
  const soon = [next, next + 2]
    .filter((hour) => hour + 2 <= LAST_HOUR)
    .map((hour) => windowOf("today", today.date, hour));
  return [...soon, windowOf("tomorrow", tomorrow, 9), windowOf("tomorrow", tomorrow, 14)];
}

const clock = (hour: number) => `${String(hour).padStart(2, "0")}:00`;

const windowOf = (day: PickupWindow["day"], date: string, hour: number): PickupWindow => ({
  day,
  date,
  from: clock(hour),
  to: clock(hour + 2),
});
