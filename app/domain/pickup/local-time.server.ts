import type { TimeZone } from "#app/contracts/services.ts";

/** Days since 1970-01-01 on the wall calendar of a zone. */
export type Day = number;

const MINUTE_MS = 60_000;
const DAY_MS = 1440 * MINUTE_MS;

/** Indonesia knows no daylight saving: a zone is a fixed offset, and a day is 24 hours (Keppres 41/1987). */
const OFFSET_HOURS: Record<TimeZone, number> = {
  "Asia/Jakarta": 7,
  "Asia/Pontianak": 7,
  "Asia/Makassar": 8,
  "Asia/Jayapura": 9,
};

const offsetMs = (zone: TimeZone) => OFFSET_HOURS[zone] * 60 * MINUTE_MS;

export const dayOf = (at: number, zone: TimeZone): Day =>
  Math.floor((at + offsetMs(zone)) / DAY_MS);

/** Minutes since midnight, with a fraction. */
export const minuteOfDay = (at: number, zone: TimeZone): number =>
  (at + offsetMs(zone) - dayOf(at, zone) * DAY_MS) / MINUTE_MS;

/** Epoch milliseconds of a minute of a day; 1440 is the midnight after it. */
export const instantOf = (day: Day, minute: number, zone: TimeZone): number =>
  day * DAY_MS + minute * MINUTE_MS - offsetMs(zone);

/** Monday is 1. */
export const weekdayOf = (day: Day): number => ((((day + 3) % 7) + 7) % 7) + 1;

/** "YYYY-MM-DD". */
export const dateOf = (day: Day): string => new Date(day * DAY_MS).toISOString().slice(0, 10);

export const dayOfDate = (date: string): Day =>
  Math.floor(Date.parse(`${date}T00:00:00Z`) / DAY_MS);

/** "HH:MM" or "HH:MM:SS"; 24:00 is the end of the day. */
export function minutesOf(time: string): number {
  const [hours = 0, minutes = 0, seconds = 0] = time.split(":").map(Number);
  return hours * 60 + minutes + seconds / 60;
}

/** "2026-03-20T20:00:00+09:00"; a fraction of a second is written only where there is one. */
export function localIso(at: Date, zone: TimeZone): string {
  const wall = new Date(at.getTime() + offsetMs(zone)).toISOString();
  const whole = wall.endsWith(".000Z") ? wall.slice(0, 19) : wall.slice(0, 23);
  return `${whole}+${String(OFFSET_HOURS[zone]).padStart(2, "0")}:00`;
}
