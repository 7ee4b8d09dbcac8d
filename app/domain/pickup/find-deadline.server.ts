import type { Tx } from "#app/context.ts";
import type { ServiceKind, TimeZone } from "#app/contracts/services.ts";
import { findHolidays, findPolicy } from "#db/queries/policies.ts";
import { type PickupDeadline, reckonDeadline } from "./reckon-deadline.server.ts";

type Wanted = {
  courierId: string;
  serviceKind: ServiceKind;
  province: string;
  zone: TimeZone;
  requestedAt: Date;
};

/** The deadline under the policy in force when the pick-up was requested; undefined where no policy applies. */
export async function findDeadline(
  tx: Tx,
  wanted: Wanted,
): Promise<(PickupDeadline & { policyId: string }) | undefined> {
  const policy = await findPolicy(tx, { ...wanted, at: wanted.requestedAt });
  if (!policy) return undefined;
  const holidays = await findHolidays(tx);
  const deadline = reckonDeadline(
    wanted.requestedAt,
    wanted.zone,
    {
      cutoffLocal: policy.cutoff_local,
      limitDays: policy.limit_days,
      limitLocal: policy.limit_local,
      autoCancelDays: policy.auto_cancel_days,
    },
    { operatingDays: policy.operating_days, holidays },
  );
  return { ...deadline, policyId: policy.id };
}
