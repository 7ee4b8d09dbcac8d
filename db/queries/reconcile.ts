import { sql, type Transaction } from "kysely";
import type { Database } from "../tables/index.ts";
import { isInNoReport } from "./photos.ts";

type Tx = Transaction<Database>;

/** Keys behind `after` up to `upTo`, as bytes compare: the order in which a store lists them. */
export type KeyRange = { after: string; upTo: string };

const inRange = (column: string, { after, upTo }: KeyRange) =>
  sql<boolean>`${sql.ref(column)} collate "C" > ${after} and ${sql.ref(column)} collate "C" <= ${upTo}`;

/** Uploads whose picture is there or on its way: what was erased has no claim to an object. */
export const listPicturesIn = (tx: Tx, range: KeyRange) =>
  tx
    .selectFrom("uploads")
    .select(["id", "full_key", "thumb_key", "state"])
    .where(inRange("full_key", range))
    .where("state", "!=", "erased")
    .execute();

export const listOriginalsIn = (tx: Tx, range: KeyRange) =>
  tx
    .selectFrom("photo_evidence as e")
    .innerJoin("uploads as u", "u.id", "e.upload_id")
    .select(["u.id", "e.original_key", "u.state"])
    .where(inRange("e.original_key", range))
    .where("u.state", "!=", "erased")
    .execute();

/** Whether that upload still says that this object is there. */
export async function isClaimed(tx: Tx, uploadId: string, key: string): Promise<boolean> {
  const row = await tx
    .selectFrom("uploads as u")
    .leftJoin("photo_evidence as e", "e.upload_id", "u.id")
    .select("u.id")
    .where("u.id", "=", uploadId)
    .where("u.state", "=", "ready")
    .where((eb) =>
      eb.or([
        eb("u.full_key", "=", key),
        eb("u.thumb_key", "=", key),
        eb("e.original_key", "=", key),
      ]),
    )
    .executeTakeFirst();
  return row !== undefined;
}

/**
 * What became part of a report before the rows were locked stays: no report may lose its proof.
 * @returns for each upload the keys that it named.
 */
async function deleteUploads(tx: Tx, uploads: { id: string }[]): Promise<string[][]> {
  const ids = uploads.map(({ id }) => id);
  if (ids.length === 0) return [];
  const originals = await tx
    .selectFrom("photo_evidence")
    .select(["upload_id", "original_key"])
    .where("upload_id", "in", ids)
    .where("original_key", "is not", null)
    .execute();
  const originalOf = new Map(originals.map((row) => [row.upload_id, row.original_key as string]));
  const rows = await tx
    .deleteFrom("uploads")
    .where("id", "in", ids)
    .where(isInNoReport("uploads"))
    .returning(["id", "full_key", "thumb_key"])
    .execute();
  return rows.map((row) => {
    const original = originalOf.get(row.id);
    return [row.full_key, row.thumb_key, ...(original ? [original] : [])];
  });
}

/** Uploads that a crash left half way and no device has gone on with. */
export async function deleteUnfinished(tx: Tx, before: Date, limit: number): Promise<string[][]> {
  const rows = await tx
    .selectFrom("uploads")
    .select("id")
    .where("state", "=", "pending")
    .where("received_at", "<", before)
    .where(isInNoReport("uploads"))
    .limit(limit)
    .forUpdate()
    .skipLocked()
    .execute();
  return deleteUploads(tx, rows);
}

/** Uploads that became part of no report. */
export async function deleteUnused(tx: Tx, before: Date, limit: number): Promise<string[][]> {
  const rows = await tx
    .selectFrom("uploads as u")
    .select("u.id")
    .where("u.state", "!=", "pending")
    .where("u.received_at", "<", before)
    .where(isInNoReport("u"))
    .limit(limit)
    .forUpdate("u")
    .skipLocked()
    .execute();
  return deleteUploads(tx, rows);
}

/** Originals whose time is over. */
export const listOldOriginals = (tx: Tx, now: Date, limit: number) =>
  tx
    .selectFrom("photo_evidence")
    .select(["upload_id", "original_key"])
    .where("original_key", "is not", null)
    .where("original_until", "<=", now)
    .orderBy("original_until")
    .limit(limit)
    .execute();

export async function forgetOriginals(tx: Tx, keys: string[]): Promise<void> {
  await tx.deleteFrom("held_objects").where("key", "in", keys).execute();
  await tx
    .updateTable("photo_evidence")
    .set({ original_key: null, original_bytes: null, original_until: null })
    .where("original_key", "in", keys)
    .execute();
}

type OfOrganisation = { organisationId: string; after: string; limit: number; erasedToo: boolean };

/** Uploads of one organisation behind that one, a page in the order of their ids. */
export const listUploadsOf = (
  tx: Tx,
  { organisationId, after, limit, erasedToo }: OfOrganisation,
) =>
  tx
    .selectFrom("uploads as u")
    .leftJoin("photo_evidence as e", "e.upload_id", "u.id")
    .select(["u.id", "u.full_key", "u.thumb_key", "e.original_key"])
    .where("u.owner_org_id", "=", organisationId)
    .where("u.id", ">", after)
    .$if(!erasedToo, (query) => query.where("u.state", "!=", "erased"))
    .orderBy("u.id")
    .limit(limit)
    .execute();

/**
 * Leaves of an upload what a thread needs to say that it is gone, and of one that no thread shows nothing.
 * @returns the reports that show it.
 */
export async function eraseUpload(tx: Tx, id: string): Promise<string[]> {
  // Whoever makes it part of a report now waits for this, or this for them.
  await tx.selectFrom("uploads").select("id").where("id", "=", id).forUpdate().execute();
  const photos = await tx
    .updateTable("photos")
    .set({ placeholder: null })
    .where("upload_id", "=", id)
    .returning(["id", "report_id"])
    .execute();
  if (photos.length === 0) {
    await tx.deleteFrom("uploads").where("id", "=", id).execute();
    return [];
  }
  const ids = photos.map((photo) => photo.id);
  await tx
    .deleteFrom("proof_repeats")
    .where((eb) => eb.or([eb("photo_id", "in", ids), eb("twin_photo_id", "in", ids)]))
    .execute();
  await tx.deleteFrom("photo_evidence").where("upload_id", "=", id).execute();
  await tx.deleteFrom("held_objects").where("upload_id", "=", id).execute();
  await tx
    .updateTable("uploads")
    .set({
      state: "erased",
      placeholder: null,
      advice: [],
      label: null,
      similar_to: null,
      original_sha256: "",
    })
    .where("id", "=", id)
    .execute();
  return [...new Set(photos.map((photo) => photo.report_id))];
}
