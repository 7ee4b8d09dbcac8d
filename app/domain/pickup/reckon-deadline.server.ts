import { Temporal } from "temporal-polyfill";
import type { TimeZone } from "#app/contracts/services.ts";
import {
  addOperatingDays,
  type Calendar,
  instantAt,
  isOperating,
  zonedTime,
} from "./operating-days.server.ts";

export type PickupPolicy = {
  /** Origin-local "HH:MM"; null: none. */
  cutoffLocal: string | null;
  /** Operating days after the target day. */
  limitDays: number;
  limitLocal: string;
  /** Operating days after the request after which a marketplace cancels; null: never. */
  autoCancelDays: number | null;
};

export type PickupDeadline = { cutoffAt: Date | null; deadlineAt: Date; autoCancelAt: Date | null };

/** The day the limit is counted from: today, or the next operating day from the cut-off on. */
function findTargetDay(
  requested: Temporal.ZonedDateTime,
  policy: PickupPolicy,
  calendar: Calendar,
) {
  const day = requested.toPlainDate();
  const inTime =
    policy.cutoffLocal === null ||
    Temporal.PlainTime.compare(
      requested.toPlainTime(),
      Temporal.PlainTime.from(policy.cutoffLocal),
    ) < 0;
  return isOperating(day, calendar) && inTime ? day : addOperatingDays(day, 1, calendar);
}

/**
 * The pick-up clock, reckoned in the origin's zone. 16:00:00 sharp is after a 16:00 cut-off.
 * Auto-cancel keeps the hour of the request, on the n-th operating day after it.
 */
export function reckonDeadline(
  requestedAt: Date,
  zone: TimeZone,
  policy: PickupPolicy,
  calendar: Calendar,
): PickupDeadline {
  const requested = zonedTime(requestedAt, zone);
  const target = findTargetDay(requested, policy, calendar);
  const limitDay = addOperatingDays(target, policy.limitDays, calendar);
  const cancelDay =
    policy.autoCancelDays === null
      ? null
      : addOperatingDays(requested.toPlainDate(), policy.autoCancelDays, calendar);
  return {
    cutoffAt: policy.cutoffLocal === null ? null : instantAt(target, policy.cutoffLocal, zone),
    deadlineAt: instantAt(limitDay, policy.limitLocal, zone),
    autoCancelAt: cancelDay && instantAt(cancelDay, requested.toPlainTime().toString(), zone),
  };
}
