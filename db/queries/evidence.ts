import { type Insertable, sql, type Transaction } from "kysely";
import type { Database } from "../tables/index.ts";

type Tx = Transaction<Database>;

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

/** Photos of other resi, from other uploads, that show the same as those of an entry; newest first. */
export const listTwins = (tx: Tx, entryId: string, within: number) =>
  tx
    .selectFrom("photos as p")
    .innerJoin("reports as r", "r.id", "p.report_id")
    .innerJoin("photo_evidence as e", "e.upload_id", "p.upload_id")
    .innerJoinLateral(
      (eb) =>
        eb
          .selectFrom("photo_evidence as o")
          .select(["o.upload_id", sql<number>`0`.as("distance"), sql<boolean>`true`.as("same")])
          .whereRef("o.original_sha256", "=", "e.original_sha256")
          // Two pages of tracking look alike; only the very same screenshot says anything.
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
              .where("p.purpose", "not in", ["screenshot", "chat"])
              .where(sql<boolean>`bit_count(o.perceptual_hash # e.perceptual_hash) <= ${within}`),
          )
          .as("found"),
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
    .whereRef("found.upload_id", "!=", "p.upload_id")
    .whereRef("tr.resi", "!=", "r.resi")
    .orderBy("found.distance")
    .orderBy("t.received_at", "desc")
    .limit(20)
    .execute();

export type Twin = Awaited<ReturnType<typeof listTwins>>[number];

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
