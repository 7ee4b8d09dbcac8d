import { type SqlBool, sql, type Transaction } from "kysely";
import type { Actor } from "#app/contracts/parties.ts";
import type { Database } from "../tables/index.ts";
import { ownedBy } from "./scope.ts";

type Tx = Transaction<Database>;

/** Older ones the seller has let go. */
const REMEMBERED = sql`interval '30 days'`;
const REQUESTS = 5;

/** Parcels of the actor that wait and that nobody has ever reported, by pick-up request. */
function selectUnreported(tx: Tx, actor: Actor, now: Date) {
  return tx
    .selectFrom("parcels as p")
    .innerJoin("pickup_requests as r", "r.id", "p.pickup_request_id")
    .innerJoin("couriers as c", "c.id", "p.courier_id")
    .select((eb) => [
      "r.id",
      "c.name as courier_name",
      "r.zone",
      "r.service_kind",
      "r.deadline_at",
      sql<
        { id: string; resi: string }[]
      >`json_agg(json_build_object('id', p.id, 'resi', p.resi) order by p.resi)`.as("parcels"),
      eb.fn.countAll<number>().as("count"),
    ])
    .where(ownedBy(actor, "p"))
    .where("p.awaiting_pickup", "=", true)
    .where("r.requested_at", ">", sql<Date>`${now}::timestamptz - ${REMEMBERED}`)
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom("reports as s")
            .select("s.id")
            .whereRef("s.parcel_id", "=", "p.id")
            .where(ownedBy(actor, "s")),
        ),
      ),
    )
    .groupBy(["r.id", "c.name"])
    .limit(REQUESTS);
}

export type UnreportedRequest = Awaited<
  ReturnType<ReturnType<typeof selectUnreported>["executeTakeFirstOrThrow"]>
>;

/** Past their deadline, the latest first. A drop-off that is not scanned needs its proof, and is no plain lateness. */
export const listLateUnreported = (tx: Tx, actor: Actor, now: Date) =>
  selectUnreported(tx, actor, now)
    .where("p.deadline_at", "<", now)
    .where("r.service_kind", "<>", "drop_off")
    .orderBy("r.deadline_at", "desc")
    .execute();

/**
 * Still without a scan although most of their request was scanned some time ago: probably taken along
 * and passed over.
 */
export const listSilentlyScanned = (tx: Tx, actor: Actor, now: Date, share: number) =>
  selectUnreported(tx, actor, now)
    .innerJoin("sla_policies as y", "y.id", "r.policy_id")
    .where("p.deadline_at", ">=", now)
    .where(
      sql<SqlBool>`exists (
        select from parcels as m where m.pickup_request_id = r.id
        having count(*) filter (where m.custody_at is not null) >= ${share}::numeric * count(*)
          and max(m.custody_at) + y.silent_scan_minutes * interval '1 minute' <= ${now}::timestamptz)`,
    )
    .orderBy("r.deadline_at")
    .execute();
