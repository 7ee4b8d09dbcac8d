import type { AppContext, Tx } from "#app/context.ts";
import type { WaitingOn } from "#app/contracts/parties.ts";
import { type ReportRecord, updateReport } from "#db/queries/reports.ts";
import { insertTurn } from "#db/queries/turns.ts";
import { readReplyHours } from "./read-reply-hours.server.ts";
import { reckonReply } from "./reckon-reply.server.ts";

type Ball = Pick<ReportRecord, "id" | "seller_org_id" | "courier_id">;

const NEVER = Number.POSITIVE_INFINITY;
const NO_REPLY_DUE = { reply_due_at: NEVER, reply_next_at: NEVER };

/** The reply clock of a side that is expected to answer from that moment on. */
export async function replyColumns(tx: Tx, courierId: string, holder: WaitingOn, from: Date) {
  if (holder === "nobody") return NO_REPLY_DUE;
  const hours = await readReplyHours(tx, holder, courierId, from);
  const reply = hours && reckonReply(from, hours);
  if (!reply) return NO_REPLY_DUE;
  return { reply_due_at: reply.dueAt, reply_next_at: reply.warnAt };
}

/** Writes into the ledger who holds the ball from now on. @returns what the report's row says of it. */
export async function takeTurn(ctx: AppContext, tx: Tx, report: Ball, holder: WaitingOn) {
  const since = ctx.clock.now();
  await insertTurn(tx, {
    reportId: report.id,
    sellerOrgId: report.seller_org_id,
    courierId: report.courier_id,
    holder,
    since,
  });
  const reply = await replyColumns(tx, report.courier_id, holder, since);
  return { waiting_on: holder, waiting_since: since, ...reply };
}

/**
 * Writes who must reply next; a side that keeps the ball keeps the moment since when.
 * @param answerFrom the reply clock begins anew then: at the end of a promise that was given, or now that it is over.
 */
export async function passTurn(
  ctx: AppContext,
  tx: Tx,
  report: ReportRecord,
  to: WaitingOn,
  answerFrom?: Date,
): Promise<void> {
  if (to !== report.waiting_on)
    await updateReport(tx, report.id, await takeTurn(ctx, tx, report, to));
  if (answerFrom)
    await updateReport(tx, report.id, await replyColumns(tx, report.courier_id, to, answerFrom));
}
