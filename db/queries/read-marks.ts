import { type Insertable, sql, type Transaction } from "kysely";
import type { Actor } from "#app/contracts/parties.ts";
import type { Database } from "../tables/index.ts";
import { ownedBy, readableBy } from "./scope.ts";

type Tx = Transaction<Database>;

/** Marks of both streams that this actor may read; those of others tell how far they have seen. */
export const listMarks = (tx: Tx, actor: Actor, reportId: string) =>
  tx
    .selectFrom("read_marks")
    .selectAll()
    .where(ownedBy(actor, "read_marks"))
    .where("report_id", "=", reportId)
    .where("audience", "in", readableBy(actor))
    .orderBy("seen_at")
    .execute();

export type MarkRecord = Awaited<ReturnType<typeof listMarks>>[number];

export const getMark = (
  tx: Tx,
  key: Pick<MarkRecord, "report_id" | "audience" | "user_id">,
): Promise<MarkRecord | undefined> =>
  tx
    .selectFrom("read_marks")
    .selectAll()
    .where("report_id", "=", key.report_id)
    .where("audience", "=", key.audience)
    .where("user_id", "=", key.user_id)
    .executeTakeFirst();

/**
 * A mark only moves forward, whichever of two tabs is slower; and what was marked as unread meanwhile stays unread.
 * The two marks of a report may be in different turns, since one of them may be made by a page of before.
 * @returns whether it moved.
 */
export async function raiseMark(
  tx: Tx,
  mark: Insertable<Database["read_marks"]> & { turn: number },
): Promise<boolean> {
  const row = await tx
    .insertInto("read_marks")
    .values(mark)
    .onConflict((conflict) =>
      conflict
        .columns(["report_id", "audience", "user_id"])
        .doUpdateSet({
          name: sql`excluded.name`,
          seen_seq: sql`greatest(read_marks.seen_seq, excluded.seen_seq)`,
          seen_at: sql`case when excluded.seen_seq > read_marks.seen_seq then excluded.seen_at else read_marks.seen_at end`,
          read_seq: sql`case when read_marks.turn <= excluded.turn then greatest(read_marks.read_seq, excluded.read_seq) else read_marks.read_seq end`,
          turn: sql`greatest(read_marks.turn, excluded.turn)`,
        })
        .where((eb) =>
          eb.or([
            eb("excluded.seen_seq", ">", eb.ref("read_marks.seen_seq")),
            eb.and([
              eb("excluded.read_seq", ">", eb.ref("read_marks.read_seq")),
              eb("excluded.turn", ">=", eb.ref("read_marks.turn")),
            ]),
          ]),
        ),
    )
    .returning("turn")
    .executeTakeFirst();
  return row !== undefined;
}

/** Counts everything from that entry of everybody's stream on as unread again. */
export const takeBack = (tx: Tx, actor: Actor, reportId: string, before: number) =>
  tx
    .updateTable("read_marks")
    .set({
      read_seq: sql`case audience when 'everyone' then least(read_seq, ${before}) else read_seq end`,
      turn: sql`turn + 1`,
    })
    .where("report_id", "=", reportId)
    .where("user_id", "=", actor.userId)
    .where(ownedBy(actor, "read_marks"))
    .execute();

/** The newest entry of everybody's stream that somebody else wrote. */
export async function findLastOfOthers(
  tx: Tx,
  actor: Actor,
  reportId: string,
): Promise<number | undefined> {
  const row = await tx
    .selectFrom("entries")
    .select("seq")
    .where(ownedBy(actor, "entries"))
    .where("report_id", "=", reportId)
    .where("audience", "=", "everyone")
    .where("author_side", "<>", "system")
    .where("author_user_id", "<>", actor.userId)
    .where("deleted_at", "is", null)
    .orderBy("seq", "desc")
    .limit(1)
    .executeTakeFirst();
  return row?.seq;
}
