import { Temporal } from "temporal-polyfill";
import type { Clock } from "#app/context.ts";
import type { TimeZone } from "#app/contracts/services.ts";

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

export type SettableClock = Clock & { set(at: Date): void };

export function settableClock(start: Date): SettableClock {
  let at = start;
  return {
    now: () => new Date(at),
    set: (to) => {
      at = to;
    },
  };
}

export const plus = (at: Date, ms: number) => new Date(at.getTime() + ms);

/** People write between 08.00 and 20.00 WIB; minutes outside are skipped, so nobody chats at night. */
const OPENS = 8 * HOUR;
const CLOSES = 20 * HOUR;
const WIB = 7 * HOUR;

const sinceMidnight = (at: Date) => (at.getTime() + WIB) % DAY;
const opening = (at: Date) => plus(at, OPENS - sinceMidnight(at));
const closing = (at: Date) => plus(at, CLOSES - sinceMidnight(at));

export function workingBefore(at: Date, minutes: number): Date {
  let end = at < closing(at) ? at : closing(at);
  let left = minutes * MINUTE;
  for (;;) {
    const open = opening(end);
    const room = end.getTime() - open.getTime();
    if (room > left) return plus(end, -left);
    left -= Math.max(0, room);
    end = plus(closing(end), -DAY);
  }
}

export function workingAfter(at: Date, minutes: number): Date {
  let start = at > opening(at) ? at : opening(at);
  let left = minutes * MINUTE;
  for (;;) {
    const room = closing(start).getTime() - start.getTime();
    if (room > left) return plus(start, left);
    left -= Math.max(0, room);
    start = plus(opening(start), DAY);
  }
}

export const localTime = (at: Date, zone: TimeZone) =>
  Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(zone);

const instantOf = (time: Temporal.ZonedDateTime) => new Date(time.epochMilliseconds);

/** `hour` o'clock of the day that lies `days` after that of `at`, in that zone. */
export const atHour = (at: Date, zone: TimeZone, days: number, hour: number, minute = 0) =>
  instantOf(localTime(at, zone).add({ days }).with({ hour, minute, second: 0, millisecond: 0 }));
