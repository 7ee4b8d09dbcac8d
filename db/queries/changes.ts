import { sql, type Transaction } from "kysely";
import type { Actor, Audience } from "#app/contracts/parties.ts";
import type { ThreadEventType } from "#app/contracts/realtime.ts";
import type { Cursor } from "#app/contracts/thread-views.ts";
import type { Database } from "../tables/index.ts";
import { ownedBy, readableBy } from "./scope.ts";

type Tx = Transaction<Database>;
export type StreamKey = {
  reportId: string;
  audience: Audience;
  sellerOrgId: string;
  courierId: string;
};

export type Numbers = { last_seq: number; last_rev: number };

/** The stream's next numbers; an entry takes both, any other change only `rev`. The stream's row stays locked. */
export const takeNumbers = (tx: Tx, stream: StreamKey, seqs: 0 | 1): Promise<Numbers> =>
  tx
    .insertInto("report_streams")
    .values({
      report_id: stream.reportId,
      audience: stream.audience,
      seller_org_id: stream.sellerOrgId,
      courier_id: stream.courierId,
      last_seq: seqs,
      last_rev: 1,
    })
    .onConflict((conflict) =>
      conflict.columns(["report_id", "audience"]).doUpdateSet({
        last_seq: sql`report_streams.last_seq + ${seqs}`,
        last_rev: sql`report_streams.last_rev + 1`,
      }),
    )
    .returning(["last_seq", "last_rev"])
    .executeTakeFirstOrThrow();

export const insertChange = (
  tx: Tx,
  stream: StreamKey,
  change: { rev: number; type: ThreadEventType; entryId: string | null },
) =>
  tx
    .insertInto("thread_changes")
    .values({
      report_id: stream.reportId,
      audience: stream.audience,
      seller_org_id: stream.sellerOrgId,
      courier_id: stream.courierId,
      rev: change.rev,
      type: change.type,
      entry_id: change.entryId,
    })
    .execute();

/** Numbers a change of the facts for every report of these parcels, whose rows are locked first as by any writer. */
export async function changeReportsOfParcels(tx: Tx, parcelIds: string[]) {
  const { rows } = await sql<{
    report_id: string;
    rev: number;
    seller_org_id: string;
    courier_id: string;
  }>`
    with held as (
      select id from reports where parcel_id = any(${parcelIds}::uuid[]) order by id for update
    ), taken as (
      update report_streams as s set last_rev = s.last_rev + 1 from held
      where s.report_id = held.id and s.audience = 'everyone'
      returning s.report_id, s.last_rev, s.seller_org_id, s.courier_id
    )
    insert into thread_changes (report_id, audience, rev, seller_org_id, courier_id, type)
    select report_id, 'everyone', last_rev, seller_org_id, courier_id, 'report.changed' from taken
    returning report_id, rev, seller_org_id, courier_id`.execute(tx);
  return rows;
}

/** Last change of both streams that this actor may read. */
export async function findCursor(tx: Tx, actor: Actor, reportId: string): Promise<Cursor> {
  const rows = await tx
    .selectFrom("report_streams")
    .select(["audience", "last_rev"])
    .where(ownedBy(actor, "report_streams"))
    .where("report_id", "=", reportId)
    .where("audience", "in", readableBy(actor))
    .execute();
  const of = (audience: Audience) => rows.find((row) => row.audience === audience)?.last_rev ?? 0;
  return { everyone: of("everyone"), notes: of(actor.kind) };
}

/** The first `limit` changes after what a reader has, by their numbers. */
export const listChanges = (tx: Tx, actor: Actor, reportId: string, after: Cursor, limit: number) =>
  tx
    .selectFrom("thread_changes")
    .select(["audience", "rev", "entry_id"])
    .where(ownedBy(actor, "thread_changes"))
    .where("report_id", "=", reportId)
    .where((eb) =>
      eb.or([
        eb.and([eb("audience", "=", "everyone"), eb("rev", ">", after.everyone)]),
        eb.and([eb("audience", "=", actor.kind), eb("rev", ">", after.notes)]),
      ]),
    )
    .orderBy("rev")
    .limit(limit)
    .execute();

/** Last change of every stream of these reports. */
export const listStreams = (tx: Tx, reportIds: string[]) =>
  tx
    .selectFrom("report_streams as s")
    .select(["s.report_id", "s.audience", "s.last_rev"])
    .select((eb) =>
      eb
        .selectFrom("read_marks as m")
        .select((inner) =>
          inner.fn.coalesce(inner.fn.sum<number>("m.seen_seq"), sql<number>`0`).as("seen"),
        )
        .whereRef("m.report_id", "=", "s.report_id")
        .whereRef("m.audience", "=", "s.audience")
        .as("seen"),
    )
    .where("s.report_id", "in", reportIds)
    .execute();
