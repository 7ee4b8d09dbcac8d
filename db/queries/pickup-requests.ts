import type { Insertable, Transaction } from "kysely";
import type { Database } from "../tables/index.ts";

type Tx = Transaction<Database>;

export const findSellerBySlug = (tx: Tx, slug: string) =>
  tx
    .selectFrom("organizations")
    .select(["id", "name"])
    .where("slug", "=", slug)
    .where("kind", "=", "seller")
    .executeTakeFirst();

export const findCourier = (tx: Tx, id: string) =>
  tx.selectFrom("couriers").selectAll().where("id", "=", id).executeTakeFirst();

/** The seller's pick-up point of that address, made at its first use. */
export async function ensurePickupPoint(
  tx: Tx,
  sellerOrgId: string,
  addressKey: string,
  at: Date,
): Promise<string> {
  const row = await tx
    .insertInto("pickup_points")
    .values({ seller_org_id: sellerOrgId, address_key: addressKey, updated_at: at })
    .onConflict((conflict) =>
      conflict.columns(["seller_org_id", "address_key"]).doUpdateSet({ address_key: addressKey }),
    )
    .returning("id")
    .executeTakeFirstOrThrow();
  return row.id;
}

/** @returns undefined where that external id is already here. */
export const insertPickupRequest = (tx: Tx, values: Insertable<Database["pickup_requests"]>) =>
  tx
    .insertInto("pickup_requests")
    .values(values)
    .onConflict((conflict) => conflict.column("external_id").doNothing())
    .returning("id")
    .executeTakeFirst();

/** The ones of these parcels that are new; an AWB that its courier already has is left alone. */
export const insertParcels = (tx: Tx, values: Insertable<Database["parcels"]>[]) =>
  tx
    .insertInto("parcels")
    .values(values)
    .onConflict((conflict) => conflict.columns(["courier_id", "resi"]).doNothing())
    .returning(["id", "resi"])
    .execute();

export const findPickupRequestByExternalId = (tx: Tx, externalId: string) =>
  tx
    .selectFrom("pickup_requests as r")
    .select((eb) => [
      "r.id",
      "r.seller_org_id",
      "r.courier_id",
      eb
        .selectFrom("parcels as p")
        .select((inner) => inner.fn<string[]>("array_agg", ["p.resi"]).as("resi"))
        .whereRef("p.pickup_request_id", "=", "r.id")
        .as("resi"),
    ])
    .where("r.external_id", "=", externalId)
    .executeTakeFirst();

/** What the clock of a request is reckoned from; locked. */
export const findRequestClock = (tx: Tx, id: string) =>
  tx
    .selectFrom("pickup_requests")
    .select([
      "courier_id",
      "service_kind",
      "province",
      "zone",
      "requested_at",
      "rescheduled_to",
      "deadline_at",
    ])
    .where("id", "=", id)
    .forUpdate()
    .executeTakeFirst();

export const setRescheduledTo = (tx: Tx, id: string, to: Date) =>
  tx.updateTable("pickup_requests").set({ rescheduled_to: to }).where("id", "=", id).execute();
