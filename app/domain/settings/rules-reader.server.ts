import type { Tx } from "#app/context.ts";
import type { Calendar } from "#app/domain/pickup/calendar.server.ts";
import { findCalendar, type PickupRules } from "#app/domain/pickup/find-rules.server.ts";
import { readPolicy } from "#app/domain/pickup/read-policy.server.ts";
import type { MovableRequest } from "#db/queries/moves.ts";
import { listPoliciesFor, type PolicyRow } from "#db/queries/policies.ts";

type Known = { policies: PolicyRow[]; calendar: Calendar };

/** The rules for each request at its own time, read once for each courier and province. */
export function rulesReader(tx: Tx) {
  const known = new Map<string, Known>();

  async function readPlace(row: MovableRequest): Promise<Known> {
    const key = [row.courier_id, row.province].join("\n");
    const place = known.get(key);
    if (place) return place;
    const wanted = { courierId: row.courier_id, province: row.province };
    const read = {
      policies: await listPoliciesFor(tx, wanted),
      calendar: await findCalendar(tx, wanted),
    };
    known.set(key, read);
    return read;
  }

  return async (row: MovableRequest): Promise<PickupRules | undefined> => {
    const { policies, calendar } = await readPlace(row);
    const policy = policies.find(
      (one) => one.service_kind === row.service_kind && one.valid_from <= row.requested_at,
    );
    return policy && { policyId: policy.id, policy: readPolicy(policy), calendar };
  };
}
