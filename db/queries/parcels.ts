import { type SqlBool, sql, type Transaction } from "kysely";
import type { Actor } from "#app/contracts/parties.ts";
import type { Database } from "../tables/index.ts";
import type { ListCursor } from "./list-reports.ts";
import { ownedBy } from "./scope.ts";

type Tx = Transaction<Database>;

/** Parcels with what their pick-up request says of them, for one actor. */
function selectParcels(tx: Tx, actor: Actor | "system") {
  return tx
    .selectFrom("parcels as p")
    .innerJoin("pickup_requests as r", "r.id", "p.pickup_request_id")
    .innerJoin("couriers as c", "c.id", "p.courier_id")
    .select([
      "p.id",
      "p.pickup_request_id",
      "p.seller_org_id",
      "p.courier_id",
      "p.resi",
      "p.order_no",
      "p.description",
      "p.stage",
      "p.stage_at",
      "p.custody_at",
      "p.failed_at",
      "p.final_at",
      "p.deadline_at",
      "p.checked_at",
      "c.name as courier_name",
      "r.seller_name",
      "r.pickup_point_id",
      "r.service_kind",
      "r.requested_at",
      "r.window_start",
      "r.window_end",
      "r.cutoff_at",
      "r.auto_cancel_at",
      "r.warn_at",
      "r.clock",
      "r.contact_name",
      "r.contact_phone",
      "r.address",
      "r.village",
      "r.district",
      "r.city",
      "r.province",
      "r.postal_code",
      "r.zone",
    ])
    .$if(actor !== "system", (query) => query.where(ownedBy(actor as Actor, "p")));
}

export type ParcelRow = Awaited<
  ReturnType<ReturnType<typeof selectParcels>["executeTakeFirstOrThrow"]>
>;

export const findParcelsById = (tx: Tx, actor: Actor, ids: string[]) =>
  ids.length === 0
    ? Promise.resolve([])
    : selectParcels(tx, actor).where("p.id", "in", ids).orderBy("p.resi").execute();

export const findParcelsByResi = (tx: Tx, actor: Actor | "system", resi: string[]) =>
  resi.length === 0
    ? Promise.resolve([])
    : selectParcels(tx, actor).where("p.resi", "in", resi).orderBy("p.resi").execute();

/**
 * A scan and a filing of the same parcel wait for each other until their transactions end. A seller may
 * not lock the parcel's row itself. In one order, so that two filings never wait in a circle.
 */
export async function holdParcels(tx: Tx, ids: string[]) {
  for (const id of [...ids].sort()) {
    await sql`select pg_advisory_xact_lock(hashtextextended(${id}, 0))`.execute(tx);
  }
}

/** Pick-up requests of a seller that still hold a parcel not picked up, newest first. */
export async function listAwaitingRequests(
  tx: Tx,
  actor: Actor,
  limit: number,
  after?: ListCursor,
) {
  return tx
    .selectFrom("pickup_requests as r")
    .innerJoin("couriers as c", "c.id", "r.courier_id")
    .select(["r.id", "r.requested_at"])
    .where(ownedBy(actor, "r"))
    .where((eb) =>
      eb.exists(
        eb
          .selectFrom("parcels as p")
          .select("p.id")
          .whereRef("p.pickup_request_id", "=", "r.id")
          .where(ownedBy(actor, "p"))
          .where("p.awaiting_pickup", "=", true),
      ),
    )
    .$if(after !== undefined, (query) =>
      query.where(
        sql<SqlBool>`(r.requested_at, r.id) < (${after?.value}::timestamptz, ${after?.id}::uuid)`,
      ),
    )
    .orderBy("r.requested_at", "desc")
    .orderBy("r.id", "desc")
    .limit(limit)
    .execute();
}

export const findAwaitingParcels = (tx: Tx, actor: Actor, requestIds: string[]) =>
  requestIds.length === 0
    ? Promise.resolve([])
    : selectParcels(tx, actor)
        .where("p.pickup_request_id", "in", requestIds)
        .where("p.awaiting_pickup", "=", true)
        .orderBy("r.requested_at", "desc")
        .orderBy("p.resi")
        .execute();

/** Code of the open report of each of these parcels. */
export async function findOpenReports(
  tx: Tx,
  actor: Actor,
  parcelIds: string[],
): Promise<Map<string, string>> {
  if (parcelIds.length === 0) return new Map();
  const rows = await tx
    .selectFrom("reports")
    .select(["parcel_id", "code"])
    .where("parcel_id", "in", parcelIds)
    .where("status", "=", "open")
    .where(ownedBy(actor, "reports"))
    .execute();
  return new Map(rows.map((row) => [row.parcel_id, row.code]));
}

/** Couriers that somebody waits for. */
export const listCouriersAwaited = (tx: Tx, actor: Actor) =>
  tx
    .selectFrom("couriers as c")
    .select(["c.id", "c.name"])
    .where((eb) =>
      eb.exists(
        eb
          .selectFrom("parcels as p")
          .select("p.id")
          .whereRef("p.courier_id", "=", "c.id")
          .where("p.awaiting_pickup", "=", true)
          .where(ownedBy(actor, "p")),
      ),
    )
    .orderBy("c.name")
    .execute();
