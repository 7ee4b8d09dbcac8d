import type { StretchReason } from "#app/contracts/clock-views.ts";
import type { TimeZone } from "#app/contracts/services.ts";
import { type Calendar, hoursOf } from "./calendar.server.ts";
import { type Day, dayOf, instantOf } from "./local-time.server.ts";
import type { PickupPolicy } from "./pickup-policy.server.ts";

/** Epoch milliseconds. */
export type ReckonedStretch = { from: number; to: number; reason: StretchReason; name: string };

export type CountingDays = {
  requested: number;
  zone: TimeZone;
  /** The day counted from by the cut-off alone. */
  natural: Day;
  /** The same, or the later day that the seller asked for. */
  counted: Day;
};

const DAY_MINUTES = 1440;

/** Why an open day before its counting begins does not count. */
function reasonBefore(day: Day, days: CountingDays): StretchReason | null {
  if (day >= days.counted) return null;
  return day >= days.natural ? "rescheduled" : "after_cutoff";
}

function* stretchesOfDay(
  day: Day,
  days: CountingDays,
  countsFrom: number,
  policy: PickupPolicy,
  calendar: Calendar,
): Iterable<ReckonedStretch> {
  const { zone } = days;
  const hours = hoursOf(day, calendar, policy);
  const at = (minute: number) => instantOf(day, minute, zone);
  const idle = { reason: hours.reason, name: hours.name };
  const before = hours.spans.length > 0 ? reasonBefore(day, days) : null;
  if (before) {
    yield { from: at(0), to: at(DAY_MINUTES), reason: before, name: "" };
    return;
  }
  let reached = 0;
  for (const [start, end] of hours.spans) {
    const begin = Math.min(Math.max(at(start), countsFrom), at(end));
    yield { from: at(reached), to: begin, ...idle };
    yield { from: begin, to: at(end), reason: "counted", name: "" };
    reached = end;
  }
  yield { from: at(reached), to: at(DAY_MINUTES), ...idle };
}

/** Every second from the request to the deadline, in stretches that do not overlap. */
export function tileStretches(
  days: CountingDays,
  countsFrom: number,
  deadline: number,
  policy: PickupPolicy,
  calendar: Calendar,
): ReckonedStretch[] {
  const tiles: ReckonedStretch[] = [];
  const lastDay = dayOf(deadline - 1, days.zone);
  for (let day = dayOf(days.requested, days.zone); day <= lastDay; day += 1) {
    for (const one of stretchesOfDay(day, days, countsFrom, policy, calendar)) {
      const from = Math.max(one.from, days.requested);
      const to = Math.min(one.to, deadline);
      if (from >= to) continue;
      const last = tiles.at(-1);
      if (last && last.reason === one.reason && last.name === one.name) last.to = to;
      else tiles.push({ ...one, from, to });
    }
  }
  return tiles;
}

export const countedMs = (stretches: readonly ReckonedStretch[]) =>
  stretches.reduce((sum, one) => sum + (one.reason === "counted" ? one.to - one.from : 0), 0);

/** The instant at which so much counted time has passed. */
export function instantAfter(
  stretches: readonly ReckonedStretch[],
  counted: number,
): number | undefined {
  let left = counted;
  for (const one of stretches) {
    if (one.reason !== "counted") continue;
    if (one.to - one.from >= left) return one.from + left;
    left -= one.to - one.from;
  }
  return undefined;
}
