import type { TimeZone } from "#app/contracts/services.ts";
import {
  addOperatingDays,
  type Calendar,
  closingMinute,
  hoursOf,
  isOpen,
} from "./calendar.server.ts";
import { type Day, dayOf, instantOf, minuteOfDay, weekdayOf } from "./local-time.server.ts";
import type { PickupPolicy } from "./pickup-policy.server.ts";
import {
  type CountingDays,
  countedMs,
  instantAfter,
  type ReckonedStretch,
  tileStretches,
} from "./tile-stretches.server.ts";

export type PickupTime = {
  requestedAt: Date;
  zone: TimeZone;
  /** The day that the seller asked for instead. */
  rescheduledTo?: Date | null;
};

/** Epoch milliseconds throughout. */
export type PickupClock = {
  windowStart: number;
  cutOff: number | null;
  warnAt: number;
  deadline: number;
  autoCancelAt: number | null;
  stretches: ReckonedStretch[];
};

const MINUTE_MS = 60_000;
const DAY_MINUTES = 1440;

type Days = CountingDays & {
  /** The day of the pick-up. */
  target: Day;
};

const nextOpen = (day: Day, policy: PickupPolicy, calendar: Calendar) =>
  addOperatingDays(day, 1, calendar, policy);

/** From the cut-off on, or once the courier has closed for the day, a day is over: 16:00:00 sharp is after 16:00. */
function isInTime(day: Day, minute: number, policy: PickupPolicy, calendar: Calendar) {
  const closing = closingMinute(hoursOf(day, calendar, policy));
  return minute < Math.min(closing, policy.cutoffMinute ?? DAY_MINUTES);
}

function findDays(time: PickupTime, policy: PickupPolicy, calendar: Calendar): Days {
  const { zone } = time;
  const requested = time.requestedAt.getTime();
  const day = dayOf(requested, zone);
  const natural = isInTime(day, minuteOfDay(requested, zone), policy, calendar)
    ? day
    : nextOpen(day, policy, calendar);
  const asked = time.rescheduledTo ? dayOf(time.rescheduledTo.getTime(), zone) : natural;
  const later = isOpen(asked, calendar, policy) ? asked : nextOpen(asked, policy, calendar);
  const counted = asked > natural ? later : natural;
  const target = addOperatingDays(counted, policy.targetDays, calendar, policy);
  return { requested, zone, natural, counted, target };
}

function findWindowStart({ requested, target, zone }: Days, policy: PickupPolicy, cal: Calendar) {
  const firstSpan = hoursOf(target, cal, policy).spans[0]?.[0] ?? 0;
  return Math.max(requested, instantOf(target, Math.max(policy.openingMinute, firstSpan), zone));
}

function findCutOff({ counted, zone }: Days, policy: PickupPolicy, calendar: Calendar) {
  if (policy.cutoffMinute === null) return null;
  const closing = closingMinute(hoursOf(counted, calendar, policy));
  return instantOf(counted, Math.min(policy.cutoffMinute, closing), zone);
}

/** A limit never lies in a gap: it is the closing before it, or the first closing where none is before. */
function limitOnDay(day: Day, minute: number, policy: PickupPolicy, calendar: Calendar) {
  const { spans } = hoursOf(day, calendar, policy);
  const begun = spans.filter(([from]) => from < minute).at(-1);
  return begun ? Math.min(minute, begun[1]) : (spans[0]?.[1] ?? minute);
}

function findDayLimit(
  days: Days,
  after: number,
  limit: { days: number; minute: number },
  policy: PickupPolicy,
  calendar: Calendar,
): number {
  let day = addOperatingDays(days.target, limit.days, calendar, policy);
  for (;;) {
    const at = instantOf(day, limitOnDay(day, limit.minute, policy, calendar), days.zone);
    if (at > after) return at;
    day = nextOpen(day, policy, calendar);
  }
}

/** The instant at which so many open minutes have passed since `from`. */
function addOpenMinutes(
  from: number,
  minutes: number,
  zone: TimeZone,
  policy: PickupPolicy,
  calendar: Calendar,
): number {
  let left = minutes * MINUTE_MS;
  for (let day = dayOf(from, zone); ; day = nextOpen(day, policy, calendar)) {
    for (const [start, end] of hoursOf(day, calendar, policy).spans) {
      const begin = Math.max(from, instantOf(day, start, zone));
      const room = instantOf(day, end, zone) - begin;
      if (room <= 0) continue;
      if (room >= left) return begin + left;
      left -= room;
    }
  }
}

function findWarning(
  stretches: readonly ReckonedStretch[],
  requested: number,
  deadline: number,
  policy: PickupPolicy,
): number {
  const share = Math.floor(countedMs(stretches) * policy.warnShare);
  const before = deadline - policy.warnBeforeMinutes * MINUTE_MS;
  return Math.max(requested, Math.min(instantAfter(stretches, share) ?? deadline, before));
}

/** The marketplace's own rule: every day counts but Sundays and national holidays, whoever the courier is. */
function findAutoCancel(days: Days, policy: PickupPolicy, calendar: Calendar): number | null {
  if (policy.autoCancelDays === null) return null;
  let left = policy.autoCancelDays * DAY_MINUTES * MINUTE_MS;
  for (let day = dayOf(days.requested, days.zone); ; day += 1) {
    if (weekdayOf(day) === 7 || calendar.nationalHolidays.has(day)) continue;
    const begin = Math.max(days.requested, instantOf(day, 0, days.zone));
    const room = instantOf(day, DAY_MINUTES, days.zone) - begin;
    if (room >= left) return begin + left;
    left -= room;
  }
}

/** The pick-up clock: from the request, through cut-off and closed days in the origin's zone, to the limit. */
export function reckonPickupClock(
  time: PickupTime,
  policy: PickupPolicy,
  calendar: Calendar,
): PickupClock {
  const days = findDays(time, policy, calendar);
  const windowStart = findWindowStart(days, policy, calendar);
  const { limit } = policy;
  const isShort = limit.kind === "minutes";
  const deadline = isShort
    ? addOpenMinutes(windowStart, limit.minutes, days.zone, policy, calendar)
    : findDayLimit(days, windowStart, limit, policy, calendar);
  const stretches = tileStretches(days, isShort ? windowStart : 0, deadline, policy, calendar);
  return {
    windowStart,
    cutOff: findCutOff(days, policy, calendar),
    warnAt: findWarning(stretches, days.requested, deadline, policy),
    deadline,
    autoCancelAt: findAutoCancel(days, policy, calendar),
    stretches,
  };
}
