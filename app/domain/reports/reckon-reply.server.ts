import type { TimeZone } from "#app/contracts/services.ts";
import { dayOf, instantOf, weekdayOf } from "#app/domain/pickup/local-time.server.ts";

/** When a side answers, and within how many of those minutes. */
export type ReplyHours = {
  /** ISO weekdays, Monday is 1. */
  days: readonly number[];
  openMinute: number;
  closeMinute: number;
  zone: TimeZone;
  /** Null: nobody holds them to a time. */
  targetMinutes: number | null;
};

export type ReplyMoments = { warnAt: Date; dueAt: Date };

const MINUTE_MS = 60_000;
const WARN_SHARE = 0.8;

/** The open hours from an instant on, one a day. */
function* openSpans(from: number, hours: ReplyHours): Iterable<[number, number]> {
  for (let day = dayOf(from, hours.zone); ; day += 1) {
    if (!hours.days.includes(weekdayOf(day))) continue;
    const begin = Math.max(from, instantOf(day, hours.openMinute, hours.zone));
    const end = instantOf(day, hours.closeMinute, hours.zone);
    if (end > begin) yield [begin, end];
  }
}

function addWorkedMs(from: number, worked: number, hours: ReplyHours): number {
  let left = worked;
  for (const [begin, end] of openSpans(from, hours)) {
    if (end - begin >= left) return begin + left;
    left -= end - begin;
  }
  return from;
}

/** Milliseconds of a side's hours between two instants. */
export function workedBetween(from: Date, to: Date, hours: ReplyHours): number {
  let worked = 0;
  for (const [begin, end] of openSpans(from.getTime(), hours)) {
    if (begin >= to.getTime()) break;
    worked += Math.min(end, to.getTime()) - begin;
  }
  return worked;
}

/** When a side that got the ball at `since` should have answered: nights and closed days are credited to it. */
export function reckonReply(since: Date, hours: ReplyHours): ReplyMoments | null {
  if (hours.targetMinutes === null) return null;
  const target = hours.targetMinutes * MINUTE_MS;
  const at = (worked: number) => new Date(addWorkedMs(since.getTime(), worked, hours));
  return { warnAt: at(target * WARN_SHARE), dueAt: at(target) };
}
