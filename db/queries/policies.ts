import type { Transaction } from "kysely";
import type { ServiceKind } from "#app/contracts/services.ts";
import type { Database } from "../tables/index.ts";

/** The row in force at that moment: of the courier and province before the general one. */
export function findPolicy(
  tx: Transaction<Database>,
  wanted: { courierId: string; serviceKind: ServiceKind; province: string; at: Date },
) {
  return tx
    .selectFrom("sla_policies")
    .selectAll()
    .where("service_kind", "=", wanted.serviceKind)
    .where("valid_from", "<=", wanted.at)
    .where((eb) => eb.or([eb("courier_id", "=", wanted.courierId), eb("courier_id", "is", null)]))
    .where((eb) => eb.or([eb("province", "=", wanted.province), eb("province", "is", null)]))
    .orderBy((eb) => eb("courier_id", "is", null))
    .orderBy((eb) => eb("province", "is", null))
    .orderBy("valid_from", "desc")
    .limit(1)
    .executeTakeFirst();
}

/** National holidays on which couriers do not pick up; joint leave by itself closes no courier. */
export async function findHolidays(tx: Transaction<Database>): Promise<Set<string>> {
  const rows = await tx
    .selectFrom("holidays")
    .select("date")
    .where("kind", "=", "libur_nasional")
    .execute();
  return new Set(rows.map((row) => row.date));
}
