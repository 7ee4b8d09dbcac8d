import type { Insertable, Transaction } from "kysely";
import type { Actor } from "#app/contracts/parties.ts";
import type { Database } from "../tables/index.ts";
import { ownedBy, readableBy } from "./scope.ts";

type Tx = Transaction<Database>;

export const insertUpload = (tx: Tx, values: Insertable<Database["uploads"]>) =>
  tx.insertInto("uploads").values(values).returningAll().executeTakeFirstOrThrow();

export type UploadRecord = Awaited<ReturnType<typeof insertUpload>>;

export const findUploads = (tx: Tx, actor: Actor, ids: string[]) =>
  ids.length === 0
    ? Promise.resolve([])
    : tx
        .selectFrom("uploads")
        .selectAll()
        .where("id", "in", ids)
        .where("owner_org_id", "=", actor.organisationId)
        .where("owner_user_id", "=", actor.userId)
        .execute();

export const insertPhotos = (tx: Tx, values: Insertable<Database["photos"]>[]) =>
  tx.insertInto("photos").values(values).execute();

/** A photo of that report that this actor may see. */
export const findPhoto = (tx: Tx, actor: Actor, code: string, id: string) =>
  tx
    .selectFrom("photos as f")
    .innerJoin("reports as r", "r.id", "f.report_id")
    .innerJoin("entries as e", "e.id", "f.entry_id")
    .select(["f.full_key", "f.thumb_key"])
    .where("f.id", "=", id)
    .where("r.code", "=", code)
    .where(ownedBy(actor, "f"))
    .where(ownedBy(actor, "r"))
    .where("f.audience", "in", readableBy(actor))
    // What was deleted is for CS alone, who decide by the record.
    .$if(actor.kind !== "support", (query) => query.where("e.deleted_at", "is", null))
    .executeTakeFirst();
