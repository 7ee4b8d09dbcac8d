import type { Tx } from "#app/context.ts";
import type { ServiceKind } from "#app/contracts/services.ts";
import { findPolicy, listCalendarDays } from "#db/queries/policies.ts";
import { buildCalendar, type Calendar } from "./calendar.server.ts";
import type { PickupPolicy } from "./pickup-policy.server.ts";
import { readPolicy } from "./read-policy.server.ts";

type Wanted = { courierId: string; serviceKind: ServiceKind; province: string; at: Date };

export type PickupRules = { policyId: string; policy: PickupPolicy; calendar: Calendar };

export async function findCalendar(
  tx: Tx,
  wanted: { courierId: string; province: string },
): Promise<Calendar> {
  const rows = await listCalendarDays(tx, wanted);
  return buildCalendar(
    rows.map(({ courier_id, province, ...row }) => ({
      ...row,
      isSpecial: courier_id !== null || province !== null,
    })),
  );
}

/** The rules in force at that moment; undefined where no policy applies. */
export async function findRules(tx: Tx, wanted: Wanted): Promise<PickupRules | undefined> {
  const row = await findPolicy(tx, wanted);
  if (!row) return undefined;
  return { policyId: row.id, policy: readPolicy(row), calendar: await findCalendar(tx, wanted) };
}
