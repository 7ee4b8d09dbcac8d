import { type Insertable, type SqlBool, sql, type Transaction, type Updateable } from "kysely";
import type { Actor } from "#app/contracts/parties.ts";
import type { PhotoState } from "#app/contracts/photos.ts";
import type { Database } from "../tables/index.ts";
import { ownedBy, readableBy } from "./scope.ts";

type Tx = Transaction<Database>;

/** @returns undefined where this device has sent the same before. */
export const insertUpload = (tx: Tx, values: Insertable<Database["uploads"]>) =>
  tx
    .insertInto("uploads")
    .values(values)
    .onConflict((conflict) =>
      conflict
        .columns(["owner_user_id", "client_id"])
        .where("client_id", "is not", null)
        .doNothing(),
    )
    .returningAll()
    .executeTakeFirst();

const ownUploads = (tx: Tx, actor: Actor) =>
  tx
    .selectFrom("uploads")
    .selectAll()
    .where("owner_org_id", "=", actor.organisationId)
    .where("owner_user_id", "=", actor.userId);

export type UploadRecord = Awaited<
  ReturnType<ReturnType<typeof ownUploads>["executeTakeFirstOrThrow"]>
>;

export const findUploadByClientId = (tx: Tx, actor: Actor, clientId: string) =>
  ownUploads(tx, actor).where("client_id", "=", clientId).executeTakeFirst();

/** When the upload that is so many from the last one came, if that was after `since`. */
export async function findReceivedAt(
  tx: Tx,
  actor: Actor,
  { since, fromLast }: { since: Date; fromLast: number },
): Promise<Date | undefined> {
  const row = await ownUploads(tx, actor)
    .clearSelect()
    .select("received_at")
    .where("received_at", ">", since)
    .orderBy("received_at", "desc")
    .offset(fromLast - 1)
    .limit(1)
    .executeTakeFirst();
  return row?.received_at;
}

/** Those whose picture is kept. */
export const findUploads = (tx: Tx, actor: Actor, ids: string[]) =>
  ids.length === 0
    ? Promise.resolve([])
    : ownUploads(tx, actor)
        .where("id", "in", ids)
        .where("state", "in", ["waiting", "ready"])
        .execute();

/** @param uploads what the query calls them. */
export const isInNoReport = (uploads: string) =>
  sql<SqlBool>`not exists (select from photos where photos.upload_id = ${sql.ref(`${uploads}.id`)})`;

/** Only where it is part of no report; of one that became so in this moment the foreign key says it. */
export const deleteUpload = (tx: Tx, actor: Actor, id: string) =>
  tx
    .deleteFrom("uploads")
    .where("id", "=", id)
    .where("owner_org_id", "=", actor.organisationId)
    .where("owner_user_id", "=", actor.userId)
    .where(isInNoReport("uploads"))
    .returning(["full_key", "thumb_key"])
    .executeTakeFirst();

/** @returns undefined where it was finished, or erased, meanwhile. */
export const finishUpload = (tx: Tx, id: string, values: Updateable<Database["uploads"]>) =>
  tx
    .updateTable("uploads")
    .set(values)
    .where("id", "=", id)
    .where("state", "=", "pending")
    .returningAll()
    .executeTakeFirst();

export const findUploadById = (tx: Tx, id: string) =>
  tx.selectFrom("uploads").selectAll().where("id", "=", id).executeTakeFirst();

export const insertPhotos = (tx: Tx, values: Insertable<Database["photos"]>[]) =>
  tx.insertInto("photos").values(values).execute();

export const setStateOfUpload = (tx: Tx, id: string, state: PhotoState) =>
  tx.updateTable("uploads").set({ state }).where("id", "=", id).execute();

/** Reports with photos that wait although their upload does no longer. */
export const listReportsBehind = (tx: Tx) =>
  tx
    .selectFrom("photos as p")
    .innerJoin("uploads as u", "u.id", "p.upload_id")
    .select("p.report_id as id")
    .distinct()
    .where("p.state", "=", "waiting")
    .where("u.state", "in", ["ready", "erased"])
    .limit(100)
    .execute();

/** Brings the photos of a report to where their uploads are. @returns the entries that look different now. */
export async function catchUpPhotos(tx: Tx, reportId: string) {
  const rows = await tx
    .updateTable("photos as p")
    .from("uploads as u")
    .set((eb) => ({ state: eb.ref("u.state").$castTo<PhotoState>() }))
    .whereRef("u.id", "=", "p.upload_id")
    .whereRef("u.state", "!=", "p.state")
    .where("u.state", "in", ["ready", "erased"])
    .where("p.report_id", "=", reportId)
    .returning(["p.entry_id", "p.audience", "u.state"])
    .execute();
  return [...new Map(rows.map((row) => [row.entry_id, row])).values()];
}

/** A photo of that report that this actor may see. */
export const findPhoto = (tx: Tx, actor: Actor, code: string, id: string) =>
  tx
    .selectFrom("photos as f")
    .innerJoin("reports as r", "r.id", "f.report_id")
    .innerJoin("entries as e", "e.id", "f.entry_id")
    .select(["f.upload_id", "f.full_key", "f.thumb_key", "f.state", "f.report_id", "r.resi"])
    .where("f.id", "=", id)
    .where("r.code", "=", code)
    .where(ownedBy(actor, "f"))
    .where(ownedBy(actor, "r"))
    .where("f.audience", "in", readableBy(actor))
    // What was deleted is for CS alone, who decide by the record.
    .$if(actor.kind !== "support", (query) => query.where("e.deleted_at", "is", null))
    .executeTakeFirst();

/** Which photo of its report that one is, among those that this actor may see, from 1. */
export async function countPhotosUpTo(
  tx: Tx,
  actor: Actor,
  reportId: string,
  id: string,
): Promise<number> {
  const row = await tx
    .selectFrom("photos as f")
    .select((eb) => eb.fn.countAll<string>().as("count"))
    .where("f.report_id", "=", reportId)
    .where(ownedBy(actor, "f"))
    .where("f.audience", "in", readableBy(actor))
    .where(({ eb, refTuple, selectFrom }) =>
      eb(
        refTuple("f.received_at", "f.id"),
        "<=",
        selectFrom("photos")
          .select(["received_at", "id"])
          .where("id", "=", id)
          .$asTuple("received_at", "id"),
      ),
    )
    .executeTakeFirstOrThrow();
  return Number(row.count);
}
