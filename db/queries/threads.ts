import { type Insertable, sql, type Transaction, type Updateable } from "kysely";
import type { Actor, Audience } from "#app/contracts/parties.ts";
import type { Database } from "../tables/index.ts";
import { ownedBy, readableBy } from "./scope.ts";

type Tx = Transaction<Database>;
type Stream = { reportId: string; audience: Audience; sellerOrgId: string; courierId: string };

/** The stream's next number; the report's row is locked by the caller. */
export async function takeSeq(tx: Tx, stream: Stream): Promise<number> {
  const row = await tx
    .insertInto("report_streams")
    .values({
      report_id: stream.reportId,
      audience: stream.audience,
      seller_org_id: stream.sellerOrgId,
      courier_id: stream.courierId,
      last_seq: 1,
    })
    .onConflict((conflict) =>
      conflict
        .columns(["report_id", "audience"])
        .doUpdateSet({ last_seq: sql`report_streams.last_seq + 1` }),
    )
    .returning("last_seq")
    .executeTakeFirstOrThrow();
  return row.last_seq;
}

export const insertEntry = (tx: Tx, values: Insertable<Database["entries"]>) =>
  tx.insertInto("entries").values(values).returningAll().executeTakeFirstOrThrow();

export const findEntryByClientId = (tx: Tx, actor: Actor, reportId: string, clientId: string) =>
  tx
    .selectFrom("entries")
    .selectAll()
    .where(ownedBy(actor, "entries"))
    .where("report_id", "=", reportId)
    .where("author_user_id", "=", actor.userId)
    .where("client_id", "=", clientId)
    .executeTakeFirst();

export type EntryRecord = Awaited<ReturnType<typeof insertEntry>>;

/** Newest `limit` entries after the cursor that this actor may read, oldest first. */
export async function listEntries(
  tx: Tx,
  actor: Actor,
  reportId: string,
  after: { everyone: number; notes: number },
  limit: number,
): Promise<EntryRecord[]> {
  const rows = await tx
    .selectFrom("entries")
    .selectAll()
    .where(ownedBy(actor, "entries"))
    .where("report_id", "=", reportId)
    .where((eb) =>
      eb.or([
        eb.and([eb("audience", "=", "everyone"), eb("seq", ">", after.everyone)]),
        eb.and([eb("audience", "=", actor.kind), eb("seq", ">", after.notes)]),
      ]),
    )
    .orderBy("created_at", "desc")
    .orderBy("seq", "desc")
    .limit(limit)
    .execute();
  return rows.reverse();
}

export const getEntry = (tx: Tx, id: string) =>
  tx.selectFrom("entries").selectAll().where("id", "=", id).executeTakeFirst();

export const listPhotosOfEntries = (tx: Tx, audiences: readonly Audience[], entryIds: string[]) =>
  entryIds.length === 0
    ? Promise.resolve([])
    : tx
        .selectFrom("photos")
        .selectAll()
        .where("entry_id", "in", entryIds)
        .where("audience", "in", audiences)
        .orderBy("position")
        .execute();

export const listInstructionsOfEntries = (tx: Tx, entryIds: string[]) =>
  entryIds.length === 0
    ? Promise.resolve([])
    : tx.selectFrom("instructions").selectAll().where("entry_id", "in", entryIds).execute();

export type PhotoRecord = Awaited<ReturnType<typeof listPhotosOfEntries>>[number];
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

/** Highest seq of both streams that this actor may read. */
export async function findCursor(tx: Tx, actor: Actor, reportId: string) {
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

/** A mark only moves forward, whichever of two tabs is slower. */
export const raiseReadMark = (
  tx: Tx,
  actor: Actor,
  stream: Omit<Stream, "audience">,
  seqs: { everyone: number; notes: number },
) =>
  tx
    .insertInto("read_marks")
    .values({
      report_id: stream.reportId,
      user_id: actor.userId,
      seller_org_id: stream.sellerOrgId,
      courier_id: stream.courierId,
      everyone_seq: seqs.everyone,
      notes_seq: seqs.notes,
    })
    .onConflict((conflict) =>
      conflict.columns(["report_id", "user_id"]).doUpdateSet({
        everyone_seq: sql`greatest(read_marks.everyone_seq, excluded.everyone_seq)`,
        notes_seq: sql`greatest(read_marks.notes_seq, excluded.notes_seq)`,
      }),
    )
    .execute();
