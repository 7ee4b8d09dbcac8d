import type { Insertable, Transaction, Updateable } from "kysely";
import { jsonArrayFrom } from "kysely/helpers/postgres";
import type { Actor, Audience } from "#app/contracts/parties.ts";
import type { Cursor } from "#app/contracts/thread-views.ts";
import type { Database } from "../tables/index.ts";
import { ownedBy, readableBy } from "./scope.ts";

type Tx = Transaction<Database>;

export const insertEntry = (tx: Tx, values: Insertable<Database["entries"]>) =>
  tx.insertInto("entries").values(values).returning(["id", "audience"]).executeTakeFirstOrThrow();

/** What is shown of a photo. */
export const PHOTO_COLUMNS = [
  "p.id",
  "p.purpose",
  "p.width",
  "p.height",
  "p.placeholder",
  "p.state",
] as const;

/** With the number of the last change, and with the photos of the entry's own stream. */
const selectEntries = (tx: Tx) =>
  tx
    .selectFrom("entries")
    .selectAll()
    .select((eb) =>
      eb
        .selectFrom("thread_changes as c")
        .select((inner) => inner.fn.max("c.rev").as("rev"))
        .whereRef("c.entry_id", "=", "entries.id")
        .$asScalar()
        .$notNull()
        .as("rev"),
    )
    .select((eb) =>
      jsonArrayFrom(
        eb
          .selectFrom("photos as p")
          .select(PHOTO_COLUMNS)
          .whereRef("p.entry_id", "=", "entries.id")
          .whereRef("p.audience", "=", "entries.audience")
          .where("entries.deleted_at", "is", null)
          .orderBy("p.position"),
      ).as("photos"),
    );

export type EntryRecord = Awaited<
  ReturnType<ReturnType<typeof selectEntries>["executeTakeFirstOrThrow"]>
>;
/** One that was written just now. */
export type EntryRef = Pick<EntryRecord, "id" | "audience">;

export const findEntryByClientId = (tx: Tx, actor: Actor, reportId: string, clientId: string) =>
  selectEntries(tx)
    .where(ownedBy(actor, "entries"))
    .where("report_id", "=", reportId)
    .where("author_user_id", "=", actor.userId)
    .where("client_id", "=", clientId)
    .executeTakeFirst();

/** The newest `limit` entries of a stream before that number, newest first. */
export const listEntriesBefore = (
  tx: Tx,
  actor: Actor,
  reportId: string,
  audience: Audience,
  before: number,
  limit: number,
): Promise<EntryRecord[]> =>
  selectEntries(tx)
    .where(ownedBy(actor, "entries"))
    .where("report_id", "=", reportId)
    .where("audience", "=", audience)
    .where("seq", "<", before)
    .orderBy("seq", "desc")
    .limit(limit)
    .execute();

/** Those of them that this actor may read. */
export const listEntriesById = (tx: Tx, actor: Actor, ids: string[]) =>
  ids.length === 0
    ? Promise.resolve([])
    : selectEntries(tx)
        .where("id", "in", ids)
        .where(ownedBy(actor, "entries"))
        .where("audience", "in", readableBy(actor))
        .execute();

/** For whoever tells of them, whatever their stream; each with the code of its report. */
export const listEntriesToTell = (tx: Tx, ids: string[]) =>
  selectEntries(tx)
    .select((eb) =>
      eb
        .selectFrom("reports as r")
        .select("r.code")
        .whereRef("r.id", "=", "entries.report_id")
        .$asScalar()
        .$notNull()
        .as("code"),
    )
    .where("id", "in", ids)
    .execute();

export const listInstructionsOfEntries = (tx: Tx, entryIds: string[]) =>
  entryIds.length === 0
    ? Promise.resolve([])
    : tx.selectFrom("instructions").selectAll().where("entry_id", "in", entryIds).execute();

export type PhotoRecord = EntryRecord["photos"][number];
export type InstructionRecord = Awaited<ReturnType<typeof listInstructionsOfEntries>>[number];

export const insertInstruction = (tx: Tx, values: Insertable<Database["instructions"]>) =>
  tx.insertInto("instructions").values(values).returningAll().executeTakeFirstOrThrow();

export const findInstructionForUpdate = (tx: Tx, actor: Actor, reportId: string, id: string) =>
  tx
    .selectFrom("instructions")
    .selectAll()
    .where(ownedBy(actor, "instructions"))
    .where("report_id", "=", reportId)
    .where("id", "=", id)
    .forUpdate()
    .executeTakeFirst();

export const updateInstruction = (
  tx: Tx,
  id: string,
  values: Updateable<Database["instructions"]>,
) => tx.updateTable("instructions").set(values).where("id", "=", id).execute();

/**
 * The end of the newest promise that still stands: an acknowledgement of an older one changes nothing, and
 * one about which both sides are asked is over.
 */
export async function findStandingPromise(tx: Tx, reportId: string): Promise<Date | undefined> {
  const row = await tx
    .selectFrom("instructions as i")
    .innerJoin("entries as e", "e.id", "i.entry_id")
    .select("i.window_end")
    .where("i.report_id", "=", reportId)
    .where("i.window_end", "is not", null)
    .where("i.state", "in", ["open", "acknowledged"])
    .where("i.asked_at", "is", null)
    .orderBy("e.seq", "desc")
    .limit(1)
    .executeTakeFirst();
  return row?.window_end ?? undefined;
}

/** Last entry of both streams that this actor may read. */
export async function findSeqs(tx: Tx, actor: Actor, reportId: string): Promise<Cursor> {
  const rows = await tx
    .selectFrom("report_streams")
    .select(["audience", "last_seq"])
    .where(ownedBy(actor, "report_streams"))
    .where("report_id", "=", reportId)
    .where("audience", "in", readableBy(actor))
    .execute();
  const of = (audience: Audience) => rows.find((row) => row.audience === audience)?.last_seq ?? 0;
  return { everyone: of("everyone"), notes: of(actor.kind) };
}
