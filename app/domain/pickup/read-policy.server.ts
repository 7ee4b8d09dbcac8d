import type { PolicyRow } from "#db/queries/policies.ts";
import { minutesOf } from "./local-time.server.ts";
import type { PickupLimit, PickupPolicy } from "./pickup-policy.server.ts";

type Versioned = Omit<
  PolicyRow,
  | "id"
  | "valid_from"
  | "source"
  | "silent_scan_minutes"
  | "created_at"
  | "created_by_name"
  | "withdrawn_at"
  | "withdrawn_by_name"
>;

function limitOf(row: Versioned): PickupLimit {
  if (row.limit_minutes !== null) return { kind: "minutes", minutes: row.limit_minutes };
  return { kind: "day", days: row.limit_days ?? 0, minute: minutesOf(row.limit_local ?? "24:00") };
}

/** "regular", "jne/regular", "idx/regular/Bali": what a policy's versions have in common. */
export const policyKey = (row: Pick<Versioned, "courier_id" | "service_kind" | "province">) =>
  [
    ...(row.courier_id ? [row.courier_id] : []),
    row.service_kind,
    ...(row.province ? [row.province] : []),
  ].join("/");

export const readPolicy = (row: Versioned): PickupPolicy => ({
  id: policyKey(row),
  version: row.version,
  cutoffMinute: row.cutoff_local === null ? null : minutesOf(row.cutoff_local),
  targetDays: row.target_days,
  openingMinute: minutesOf(row.opening_local),
  limit: limitOf(row),
  operatingDays: row.operating_days,
  spans: row.spans,
  jointLeaveCloses: row.joint_leave_closes,
  autoCancelDays: row.auto_cancel_days,
  warnShare: row.warn_percent / 100,
  warnBeforeMinutes: row.warn_before_minutes,
});
