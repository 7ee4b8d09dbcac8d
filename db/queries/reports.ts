import type { Insertable, Transaction, Updateable } from "kysely";
import type { Actor } from "#app/contracts/parties.ts";
import type { Database } from "../tables/index.ts";
import { ownedBy } from "./scope.ts";

type Tx = Transaction<Database>;

const selectReports = (tx: Tx, actor: Actor) =>
  tx.selectFrom("reports").selectAll().where(ownedBy(actor, "reports"));

export type ReportRecord = Awaited<
  ReturnType<ReturnType<typeof selectReports>["executeTakeFirstOrThrow"]>
>;

export const findReport = (tx: Tx, actor: Actor, code: string) =>
  selectReports(tx, actor).where("code", "=", code).executeTakeFirst();

/** Every entry of a thread passes this lock, which makes its seq gap-free and its waiting-on true. */
export const findReportForUpdate = (tx: Tx, actor: Actor, code: string) =>
  selectReports(tx, actor).where("code", "=", code).forUpdate().executeTakeFirst();

export const findOpenReportOfParcelForUpdate = (tx: Tx, parcelId: string) =>
  tx
    .selectFrom("reports")
    .selectAll()
    .where("parcel_id", "=", parcelId)
    .where("status", "=", "open")
    .forUpdate()
    .executeTakeFirst();

/** One after the other in one order, whoever locks them. */
export const lockReportsById = (tx: Tx, ids: string[]) =>
  ids.length === 0
    ? Promise.resolve([])
    : tx
        .selectFrom("reports")
        .selectAll()
        .where("id", "in", ids)
        .orderBy("id")
        .forUpdate()
        .execute();

/** Reports of a parcel, open or not, in which a courier promised something. */
export const lockPromisingReports = (tx: Tx, parcelId: string) =>
  tx
    .selectFrom("reports as r")
    .selectAll("r")
    .where("r.parcel_id", "=", parcelId)
    .where((eb) =>
      eb.exists(
        eb
          .selectFrom("instructions as i")
          .select("i.id")
          .whereRef("i.report_id", "=", "r.id")
          .where("i.window_end", "is not", null),
      ),
    )
    .orderBy("r.id")
    .forUpdate("r")
    .execute();

/** The parcel's last report where tracking ended it. */
export const findEndedByTrackingForUpdate = (tx: Tx, parcelId: string) =>
  tx
    .selectFrom("reports as r")
    .selectAll("r")
    .where("r.parcel_id", "=", parcelId)
    .where("r.status", "=", "resolved")
    .where("r.resolution", "in", ["scan", "final"])
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom("reports as other")
            .select("other.id")
            .where("other.parcel_id", "=", parcelId)
            .whereRef("other.filed_at", ">", "r.filed_at"),
        ),
      ),
    )
    .orderBy("r.filed_at", "desc")
    .limit(1)
    .forUpdate("r")
    .executeTakeFirst();

export const findOpenReportOfParcel = (tx: Tx, actor: Actor, parcelId: string) =>
  selectReports(tx, actor)
    .where("parcel_id", "=", parcelId)
    .where("status", "=", "open")
    .executeTakeFirst();

/** Those of these parcels, in the order of all. */
export const lockOpenReportsOfParcels = (tx: Tx, actor: Actor, parcelIds: string[]) =>
  parcelIds.length === 0
    ? Promise.resolve([])
    : selectReports(tx, actor)
        .where("parcel_id", "in", parcelIds)
        .where("status", "=", "open")
        .orderBy("id")
        .forUpdate()
        .execute();

/** @returns undefined where the parcel has an open report already. */
export const insertReport = (tx: Tx, values: Insertable<Database["reports"]>) =>
  tx
    .insertInto("reports")
    .values(values)
    .onConflict((conflict) => conflict.column("parcel_id").where("status", "=", "open").doNothing())
    .returningAll()
    .executeTakeFirst();

export const updateReport = (tx: Tx, id: string, values: Updateable<Database["reports"]>) =>
  tx.updateTable("reports").set(values).where("id", "=", id).execute();

export const listBatch = (tx: Tx, actor: Actor, batchId: string) =>
  selectReports(tx, actor)
    .clearSelect()
    .select(["code", "resi", "status"])
    .where("batch_id", "=", batchId)
    .orderBy("resi")
    .execute();

/** Open reports whose pick-up deadline has passed and whose category does not say so yet. */
export const lockDuePromotions = (tx: Tx, now: Date, limit: number) =>
  tx
    .selectFrom("reports as r")
    .innerJoin("parcels as p", "p.id", "r.parcel_id")
    .selectAll("r")
    .where("r.status", "=", "open")
    .where("r.category_reckoned", "in", ["belum_pickup", "gagal_pickup"])
    .where("r.deadline_at", "<=", now)
    .where("p.deadline_at", "<=", now)
    .where("p.awaiting_pickup", "=", true)
    .orderBy("r.deadline_at")
    .limit(limit)
    .forUpdate("r")
    .skipLocked()
    .execute();

export async function isCourierServed(tx: Tx, courierId: string): Promise<boolean> {
  const row = await tx
    .selectNoFrom((eb) => eb.fn<boolean>("courier_is_served", [eb.val(courierId)]).as("served"))
    .executeTakeFirstOrThrow();
  return row.served;
}

/** The category of a parcel's open report; undefined where nobody has reported it. */
export const findOpenCategory = async (tx: Tx, parcelId: string) =>
  (
    await tx
      .selectFrom("reports")
      .select("category_reckoned")
      .where("parcel_id", "=", parcelId)
      .where("status", "=", "open")
      .executeTakeFirst()
  )?.category_reckoned;

export const findReportById = (tx: Tx, id: string) =>
  tx.selectFrom("reports").selectAll().where("id", "=", id).executeTakeFirst();

/** Codes of reports by their ids. */
/** `infinity` (a number) where no policy applies. */
export async function findDeadlineOfParcel(tx: Tx, parcelId: string): Promise<Date | number> {
  const row = await tx
    .selectFrom("parcels")
    .select("deadline_at")
    .where("id", "=", parcelId)
    .executeTakeFirstOrThrow();
  return row.deadline_at;
}

export async function isParcelAwaiting(tx: Tx, parcelId: string): Promise<boolean> {
  const row = await tx
    .selectFrom("parcels")
    .select("awaiting_pickup")
    .where("id", "=", parcelId)
    .executeTakeFirstOrThrow();
  return row.awaiting_pickup;
}
