import { type Insertable, sql, type Transaction } from "kysely";
import type { Actor } from "#app/contracts/parties.ts";
import type { Database } from "../tables/index.ts";
import { ownedBy } from "./scope.ts";

type Tx = Transaction<Database>;

/**
 * Parcels with a moment of their clock to write down, earliest first; rows that another process holds are left to it.
 * @param requestId only those of this pick-up request.
 * @param parcelId only this one.
 */
export const lockDueMoments = (
  tx: Tx,
  now: Date,
  { limit, requestId, parcelId }: { limit: number; requestId?: string; parcelId?: string },
) =>
  tx
    .selectFrom("parcels as p")
    .select(["p.id", "p.seller_org_id", "p.courier_id", "p.deadline_at", "p.sla_next_at"])
    .where("p.awaiting_pickup", "=", true)
    .where("p.sla_next_at", "<", sql<Date>`'infinity'`)
    .where("p.sla_next_at", "<=", now)
    .$if(requestId !== undefined, (query) =>
      query.where("p.pickup_request_id", "=", requestId as string),
    )
    .$if(parcelId !== undefined, (query) => query.where("p.id", "=", parcelId as string))
    .orderBy("p.sla_next_at")
    .limit(limit)
    .forNoKeyUpdate()
    .skipLocked()
    .execute();

/** Of a moment that is on record already nothing more is written. */
export const insertMoments = (tx: Tx, rows: Insertable<Database["sla_events"]>[]) =>
  tx
    .insertInto("sla_events")
    .values(rows)
    .onConflict((conflict) =>
      conflict.columns(["parcel_id", "clock", "kind", "due_at"]).doNothing(),
    )
    .execute();

/** What is left of these parcels' clocks: the deadline where only the warning was due, else nothing. */
export const passMoments = (tx: Tx, parcelIds: string[], now: Date) =>
  tx
    .updateTable("parcels")
    .set({
      sla_next_at: sql<Date>`case when deadline_at > ${now} then deadline_at else 'infinity' end`,
    })
    .where("id", "in", parcelIds)
    .execute();

/** When the clock of a pick-up request has its next moment; undefined where none is left. */
export async function findNextMoment(tx: Tx, requestId: string): Promise<Date | undefined> {
  const row = await tx
    .selectFrom("parcels")
    .select("sla_next_at")
    .where("pickup_request_id", "=", requestId)
    .where("awaiting_pickup", "=", true)
    .where("sla_next_at", "<", sql<Date>`'infinity'`)
    .orderBy("sla_next_at")
    .limit(1)
    .executeTakeFirst();
  return row?.sla_next_at instanceof Date ? row.sla_next_at : undefined;
}

/** What is on record of a parcel's clocks, in the order of its moments. */
export const listMoments = (tx: Tx, actor: Actor, parcelId: string) =>
  tx
    .selectFrom("sla_events")
    .select(["id", "clock", "kind", "holder", "at"])
    .where("parcel_id", "=", parcelId)
    .where(ownedBy(actor, "sla_events"))
    .orderBy("at")
    .execute();
