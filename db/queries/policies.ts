import type { Selectable, Transaction } from "kysely";
import type { ServiceKind } from "#app/contracts/services.ts";
import type { Database } from "../tables/index.ts";

type Tx = Transaction<Database>;

export type PolicyRow = Selectable<Database["sla_policies"]>;

/** Every policy for that courier and province, the most special first, then the newest: the first that has begun counts. */
const selectPolicies = (tx: Tx, wanted: { courierId: string; province: string }) =>
  tx
    .selectFrom("sla_policies")
    .selectAll()
    .where("withdrawn_at", "is", null)
    .where((eb) => eb.or([eb("courier_id", "=", wanted.courierId), eb("courier_id", "is", null)]))
    .where((eb) => eb.or([eb("province", "=", wanted.province), eb("province", "is", null)]))
    .orderBy((eb) => eb("courier_id", "is", null))
    .orderBy((eb) => eb("province", "is", null))
    .orderBy("valid_from", "desc");

export const listPoliciesFor = (
  tx: Tx,
  wanted: { courierId: string; province: string },
): Promise<PolicyRow[]> => selectPolicies(tx, wanted).execute();

/** The row in force at that moment: of the courier and province before the general one. */
export const findPolicy = (
  tx: Tx,
  wanted: { courierId: string; serviceKind: ServiceKind; province: string; at: Date },
): Promise<PolicyRow | undefined> =>
  selectPolicies(tx, wanted)
    .where("service_kind", "=", wanted.serviceKind)
    .where("valid_from", "<=", wanted.at)
    .limit(1)
    .executeTakeFirst();

/** What the calendar says for one courier and province, the general before the special. */
export const listCalendarDays = (tx: Tx, wanted: { courierId: string; province: string }) =>
  tx
    .selectFrom("calendar_days")
    .select(["date", "name", "kind", "spans", "courier_id", "province"])
    .where("withdrawn_at", "is", null)
    .where((eb) => eb.or([eb("courier_id", "=", wanted.courierId), eb("courier_id", "is", null)]))
    .where((eb) => eb.or([eb("province", "=", wanted.province), eb("province", "is", null)]))
    .orderBy((eb) => eb("courier_id", "is not", null))
    .orderBy((eb) => eb("province", "is not", null))
    .orderBy((eb) => eb("kind", "=", "hours"))
    .orderBy("date")
    .execute();
