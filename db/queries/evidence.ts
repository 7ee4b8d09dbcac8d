import {
  type ExpressionBuilder,
  type Insertable,
  type SqlBool,
  sql,
  type Transaction,
} from "kysely";
import type { Database } from "../tables/index.ts";

type Tx = Transaction<Database>;
type Compared = { e: Database["photo_evidence"] };

export const insertEvidence = (tx: Tx, values: Insertable<Database["photo_evidence"]>) =>
  tx
    .insertInto("photo_evidence")
    .values(values)
    .onConflict((conflict) => conflict.column("upload_id").doNothing())
    .execute();

export const findEvidence = (tx: Tx, uploadId: string) =>
  tx.selectFrom("photo_evidence").selectAll().where("upload_id", "=", uploadId).executeTakeFirst();

export async function findOriginalKey(tx: Tx, uploadId: string): Promise<string | null> {
  return (await findEvidence(tx, uploadId))?.original_key ?? null;
}

type Alike = { hash: string; ownerUserId: string; notId: string; since: Date; within: number };

/** The newest upload of the same person since then that shows nearly the same. */
export async function findAlikeUpload(tx: Tx, alike: Alike): Promise<string | null> {
  const row = await tx
    .selectFrom("uploads as u")
    .innerJoin("photo_evidence as e", "e.upload_id", "u.id")
    .select("u.id")
    .where("u.owner_user_id", "=", alike.ownerUserId)
    .where("u.received_at", ">=", alike.since)
    .where("u.id", "!=", alike.notId)
    .where(sql<boolean>`bit_count(e.perceptual_hash # ${alike.hash}::bit(64)) <= ${alike.within}`)
    .orderBy("u.received_at", "desc")
    .limit(1)
    .executeTakeFirst();
  return row?.id ?? null;
}

/** A proof is what both parties may see: a note of one side is none, and neither is what was deleted. */
const isShown = (photos: string) => sql<SqlBool>`
  ${sql.ref(`${photos}.audience`)} = 'everyone'
  and exists (select from entries where id = ${sql.ref(`${photos}.entry_id`)} and deleted_at is null)`;

/** Two pages of tracking look alike; only the very same screenshot says anything. */
const isScene = (photos: string) =>
  sql<SqlBool>`${sql.ref(`${photos}.purpose`)} not in ('screenshot', 'chat')`;

/** Evidence of the very same file as `e`, or of a picture nearly the same. */
const findLikeness = (eb: ExpressionBuilder<Database & Compared, "e">, within: number) =>
  eb
    .selectFrom("photo_evidence as o")
    .select(["o.upload_id", sql<number>`0`.as("distance"), sql<boolean>`true`.as("same")])
    .whereRef("o.original_sha256", "=", "e.original_sha256")
    .unionAll(
      eb
        .selectFrom("photo_evidence as o")
        .select([
          "o.upload_id",
          sql<number>`bit_count(o.perceptual_hash # e.perceptual_hash)`.as("distance"),
          sql<boolean>`false`.as("same"),
        ])
        .where(sql<boolean>`o.hash_bands && e.hash_bands`)
        .whereRef("o.original_sha256", "!=", "e.original_sha256")
        .where(sql<boolean>`bit_count(o.perceptual_hash # e.perceptual_hash) <= ${within}`),
    )
    .as("found");

type Search = { within: number; limit: number };

/** Photos of other resi, from other uploads, that show the same as those of an entry: the nearest, then the newest. */
export const listTwins = (tx: Tx, entryId: string, { within, limit }: Search) =>
  tx
    .selectFrom("photos as p")
    .innerJoin("reports as r", "r.id", "p.report_id")
    .innerJoin("photo_evidence as e", "e.upload_id", "p.upload_id")
    .innerJoinLateral(
      (eb) => findLikeness(eb, within),
      (join) => join.onTrue(),
    )
    .innerJoin("photos as t", "t.upload_id", "found.upload_id")
    .innerJoin("reports as tr", "tr.id", "t.report_id")
    .select([
      "p.id as photo_id",
      "p.report_id",
      "t.id as twin_photo_id",
      "t.report_id as twin_report_id",
      "found.same",
    ])
    .select((eb) => eb.cast<number>("found.distance", "integer").as("distance"))
    .where("p.entry_id", "=", entryId)
    .where(isShown("p"))
    .where(isShown("t"))
    .where((eb) => eb.or([eb("found.same", "=", true), eb.and([isScene("p"), isScene("t")])]))
    .whereRef("found.upload_id", "!=", "p.upload_id")
    .whereRef("tr.resi", "!=", "r.resi")
    .orderBy("found.distance")
    .orderBy("t.received_at", "desc")
    .limit(limit)
    .execute();

export type Twin = Awaited<ReturnType<typeof listTwins>>[number];

/** How many other reports are known to show the same proof as that one. */
export async function countRepeats(tx: Tx, reportId: string): Promise<number> {
  const row = await tx
    .selectFrom("proof_repeats")
    .select((eb) => eb.fn.countAll<string>().as("count"))
    .where((eb) => eb.or([eb("report_id", "=", reportId), eb("twin_report_id", "=", reportId)]))
    .executeTakeFirstOrThrow();
  return Number(row.count);
}

/** @returns false where these two reports are known for it already, whichever came first. */
export async function insertRepeat(
  tx: Tx,
  values: Insertable<Database["proof_repeats"]>,
): Promise<boolean> {
  const known = await tx
    .selectFrom("proof_repeats")
    .select("report_id")
    .where("report_id", "=", values.twin_report_id)
    .where("twin_report_id", "=", values.report_id)
    .executeTakeFirst();
  if (known) return false;
  const row = await tx
    .insertInto("proof_repeats")
    .values(values)
    .onConflict((conflict) => conflict.columns(["report_id", "twin_report_id"]).doNothing())
    .returning("report_id")
    .executeTakeFirst();
  return row !== undefined;
}

/** The other reports in which that photo, or nearly that photo, is a proof. */
export const listRepeatsOf = (tx: Tx, photoId: string) =>
  tx
    .selectFrom("proof_repeats as m")
    .innerJoin("reports as r", (join) =>
      join.on("r.id", "=", (eb) =>
        eb
          .case()
          .when("m.photo_id", "=", photoId)
          .then(eb.ref("m.twin_report_id"))
          .else(eb.ref("m.report_id"))
          .end(),
      ),
    )
    .select(["r.code", "r.resi", "m.distance"])
    .where((eb) => eb.or([eb("m.photo_id", "=", photoId), eb("m.twin_photo_id", "=", photoId)]))
    .orderBy("m.found_at", "desc")
    .limit(20)
    .execute();
