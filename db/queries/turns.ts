import { type Selectable, sql, type Transaction } from "kysely";
import type { Actor, Side, WaitingOn } from "#app/contracts/parties.ts";
import type { Database } from "../tables/index.ts";
import { ownedBy } from "./scope.ts";

type Tx = Transaction<Database>;

export type ReplyHoursRow = Selectable<Database["reply_hours"]>;

/** The hours in force at that moment: a courier's own before those of all couriers. */
export const findReplyHours = (
  tx: Tx,
  side: Side,
  courierId: string,
  at: Date,
): Promise<ReplyHoursRow | undefined> =>
  tx
    .selectFrom("reply_hours")
    .selectAll()
    .where("withdrawn_at", "is", null)
    .where("side", "=", side)
    .where("valid_from", "<=", at)
    .where((eb) => eb.or([eb("courier_id", "=", courierId), eb("courier_id", "is", null)]))
    .orderBy((eb) => eb("courier_id", "is", null))
    .orderBy("valid_from", "desc")
    .limit(1)
    .executeTakeFirst();

type NewTurn = {
  reportId: string;
  sellerOrgId: string;
  courierId: string;
  holder: WaitingOn;
  since: Date;
};

/** The report's row must be locked. */
export const insertTurn = (tx: Tx, turn: NewTurn) =>
  tx
    .insertInto("report_turns")
    .values({
      report_id: turn.reportId,
      seq: sql<number>`(select coalesce(max(seq), 0) + 1 from report_turns where report_id = ${turn.reportId})`,
      seller_org_id: turn.sellerOrgId,
      courier_id: turn.courierId,
      holder: turn.holder,
      since: turn.since,
    })
    .execute();

/** Who held the ball since when, from the filing on. */
export const listTurns = (tx: Tx, actor: Actor, reportId: string) =>
  tx
    .selectFrom("report_turns")
    .select(["holder", "since"])
    .where("report_id", "=", reportId)
    .where(ownedBy(actor, "report_turns"))
    .orderBy("seq")
    .execute();

/** Reports with a moment of their reply clock to write down; those that another process holds are left to it. */
export const lockDueReplies = (tx: Tx, now: Date, limit: number) =>
  tx
    .selectFrom("reports")
    .select([
      "id",
      "parcel_id",
      "seller_org_id",
      "courier_id",
      "waiting_on",
      "reply_due_at",
      "reply_next_at",
    ])
    .where("reply_next_at", "<", sql<Date>`'infinity'`)
    .where("reply_next_at", "<=", now)
    .orderBy("reply_next_at")
    .limit(limit)
    .forUpdate()
    .skipLocked()
    .execute();

export const passReplyMoments = (tx: Tx, reportIds: string[], now: Date) =>
  tx
    .updateTable("reports")
    .set({
      reply_next_at: sql<Date>`case when reply_due_at > ${now} then reply_due_at else 'infinity' end`,
    })
    .where("id", "in", reportIds)
    .execute();
