import type { Instant } from "../../contracts/views.ts";

const OPENS_AT = 8;
const CLOSES_AT = 20;
/** CS keeps WIB, which has no summer time. */
const WIB_MS = 7 * 3_600_000;
const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** When CS answers next, or null while CS is there: every day 08.00 to 20.00 WIB. */
export function csOpensAt(now: number): Instant | null {
  const wallClock = now + WIB_MS;
  const midnight = Math.floor(wallClock / DAY_MS) * DAY_MS;
  const hour = (wallClock - midnight) / HOUR_MS;
  if (hour >= OPENS_AT && hour < CLOSES_AT) return null;
  const day = hour < OPENS_AT ? midnight : midnight + DAY_MS;
  return new Date(day + OPENS_AT * HOUR_MS - WIB_MS).toISOString();
}
