import { type Insertable, sql, type Transaction, type Updateable } from "kysely";
import type { Actor } from "#app/contracts/parties.ts";
import type { TimeZone } from "#app/contracts/services.ts";
import type { Database } from "../tables/index.ts";
import { ownedBy } from "./scope.ts";

type Tx = Transaction<Database>;

/** The parcel under that resi: of the courier that the scan names, else the only one. Two without a name is nobody's. */
export async function findParcelOfScan(tx: Tx, resi: string, courier: string | null) {
  const rows = await tx
    .selectFrom("parcels as p")
    .innerJoin("pickup_requests as r", "r.id", "p.pickup_request_id")
    .select(["p.id", "p.seller_org_id", "p.courier_id", "r.zone"])
    .where("p.resi", "=", resi)
    .limit(20)
    .execute();
  if (courier) return rows.find((row) => row.courier_id === courier);
  return rows.length === 1 ? rows[0] : undefined;
}

/**
 * Undefined where that row is here already and means the same. A row that was worked again under better
 * tables gets its new meaning.
 */
export const insertEvent = (tx: Tx, values: Insertable<Database["tracking_events"]>) =>
  tx
    .insertInto("tracking_events")
    .values(values)
    .onConflict((conflict) =>
      conflict
        .columns(["source", "identity"])
        .doUpdateSet((eb) => ({
          meaning: eb.ref("excluded.meaning"),
          mapping_id: eb.ref("excluded.mapping_id"),
        }))
        .whereRef("tracking_events.meaning", "is distinct from", "excluded.meaning"),
    )
    .returning("id")
    .executeTakeFirst();

export const adoptEvents = (
  tx: Tx,
  parcel: { id: string; resi: string; sellerOrgId: string; courierId: string; zone: TimeZone },
) =>
  tx
    .updateTable("tracking_events")
    .set({
      parcel_id: parcel.id,
      seller_org_id: parcel.sellerOrgId,
      courier_id: parcel.courierId,
      // Only now is the origin known whose clock it was.
      occurred_at: sql<Date | null>`coalesce(occurred_local::timestamp at time zone ${parcel.zone}, occurred_at)`,
    })
    .where("resi", "=", parcel.resi)
    .where("parcel_id", "is", null)
    .where((eb) =>
      eb.or([eb("scan_courier", "is", null), eb("scan_courier", "=", parcel.courierId)]),
    )
    .returning("id")
    .execute();

export const lockParcel = (tx: Tx, id: string) =>
  tx
    .selectFrom("parcels as p")
    .innerJoin("pickup_requests as r", "r.id", "p.pickup_request_id")
    .selectAll("p")
    .select(["r.requested_at", "r.service_kind", "r.zone"])
    .where("p.id", "=", id)
    .forNoKeyUpdate("p")
    .executeTakeFirst();

export const updateParcel = (tx: Tx, id: string, values: Updateable<Database["parcels"]>) =>
  tx.updateTable("parcels").set(values).where("id", "=", id).execute();

/** All that was said of a parcel, in the order of its receipt. */
export const listEventsOfParcel = (tx: Tx, actor: Actor | "system", parcelId: string) =>
  tx
    .selectFrom("tracking_events as e")
    .select([
      "e.id",
      "e.source",
      "e.meaning",
      "e.raw_code",
      "e.raw_text",
      "e.occurred_at",
      "e.pulled",
      "e.received_at",
    ])
    .where("e.parcel_id", "=", parcelId)
    .$if(actor !== "system", (query) => query.where(ownedBy(actor as Actor, "e")))
    .orderBy("e.received_at")
    .orderBy("e.id")
    .execute();

/**
 * Tracking may speak of a resi before the platform does: whoever comes second must see the first.
 * In one order, before any row is locked.
 */
export async function holdResi(tx: Tx, resi: string[]) {
  for (const one of [...new Set(resi)].sort()) {
    await sql`select pg_advisory_xact_lock(hashtextextended(${`resi:${one}`}, 0))`.execute(tx);
  }
}

/** Those of the names that are couriers of ours. */
export async function findKnownCouriers(tx: Tx, names: string[]): Promise<Set<string>> {
  if (names.length === 0) return new Set();
  const rows = await tx.selectFrom("couriers").select("id").where("id", "in", names).execute();
  return new Set(rows.map((row) => row.id));
}

/**
 * A source that tells no time says the next scan in the words of the last one: what was said so far of this
 * parcel makes room, so that the same words are news again.
 */
export const retireTimeless = (tx: Tx, parcelId: string, mark: string) =>
  sql`
    with retired as (
      update tracking_events set identity = identity || ':' || ${mark}::text
      where parcel_id = ${parcelId} and occurred_at is null and meaning <> 'custody_reversed' returning inbox_id
    )
    update tracking_inbox set identity = identity || ':' || ${mark}::text where id in (select inbox_id from retired)`.execute(
    tx,
  );
