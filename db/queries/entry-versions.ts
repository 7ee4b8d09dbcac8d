import { type Insertable, sql, type Transaction } from "kysely";
import type { Actor } from "#app/contracts/parties.ts";
import type { Database } from "../tables/index.ts";
import { ownedBy, readableBy } from "./scope.ts";

type Tx = Transaction<Database>;

export const insertVersion = (tx: Tx, values: Insertable<Database["entry_versions"]>) =>
  tx.insertInto("entry_versions").values(values).execute();

/** What edited entries said before, oldest first. What was deleted is not among it. */
export const listVersionsOfEntries = (tx: Tx, entryIds: string[]) =>
  entryIds.length === 0
    ? Promise.resolve([])
    : tx
        .selectFrom("entry_versions as v")
        .innerJoin("entries as e", "e.id", "v.entry_id")
        .select(["v.entry_id", "v.body", "v.written_at"])
        .where("v.entry_id", "in", entryIds)
        .where("v.deleted", "=", false)
        .where("e.deleted_at", "is", null)
        .orderBy("v.replaced_at")
        .execute();

export type VersionRecord = Awaited<ReturnType<typeof listVersionsOfEntries>>[number];

/** Everything that an entry ever said before; of a deleted one CS alone may know. */
export const listVersions = (tx: Tx, actor: Actor, reportId: string, entryId: string) =>
  tx
    .selectFrom("entry_versions as v")
    .innerJoin("entries as e", "e.id", "v.entry_id")
    .select(["v.body", "v.written_at", "v.replaced_at", "v.deleted"])
    .where(ownedBy(actor, "v"))
    .where("v.report_id", "=", reportId)
    .where("v.entry_id", "=", entryId)
    .where("v.audience", "in", readableBy(actor))
    .$if(actor.kind !== "support", (query) => query.where("e.deleted_at", "is", null))
    .orderBy("v.replaced_at")
    .execute();

/** The author's own entry, if it is in that report. */
export const findOwnEntryForUpdate = (tx: Tx, actor: Actor, reportId: string, id: string) =>
  tx
    .selectFrom("entries")
    .selectAll()
    .where(ownedBy(actor, "entries"))
    .where("report_id", "=", reportId)
    .where("id", "=", id)
    .where("author_user_id", "=", actor.userId)
    .where("kind", "=", "message")
    .forUpdate()
    .executeTakeFirst();

export const updateEntry = (
  tx: Tx,
  id: string,
  values: { body: string; edited_at: Date } | { body: string; deleted_at: Date },
) => tx.updateTable("entries").set(values).where("id", "=", id).execute();

/** Whether it is the newest that everybody reads: lists show its words. */
export async function isLastForEveryone(tx: Tx, reportId: string, seq: number): Promise<boolean> {
  const row = await tx
    .selectFrom("report_streams")
    .select(sql<boolean>`last_seq = ${seq}`.as("last"))
    .where("report_id", "=", reportId)
    .where("audience", "=", "everyone")
    .executeTakeFirst();
  return row?.last ?? false;
}
