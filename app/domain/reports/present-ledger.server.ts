import type { Tx } from "#app/context.ts";
import type { Actor } from "#app/contracts/parties.ts";
import type { LedgerTurn, LedgerView } from "#app/contracts/views.ts";
import { finite } from "#app/domain/pickup/present-parcel.server.ts";
import type { ReportRecord } from "#db/queries/reports.ts";
import { listTurns } from "#db/queries/turns.ts";
import { readReplyHours } from "./read-reply-hours.server.ts";
import { workedBetween } from "./reckon-reply.server.ts";

type Turn = Awaited<ReturnType<typeof listTurns>>[number];

const seconds = (ms: number) => Math.round(ms / 1000);
/** Ends are rounded, not lengths, so that the turns still sum to the whole. */
const toSecond = (at: Date) => new Date(seconds(at.getTime()) * 1000);

/** How much of a turn fell into its holder's hours; a side without any works around the clock. */
async function workedSeconds(tx: Tx, courierId: string, turn: Turn, from: Date, to: Date) {
  if (turn.holder === "nobody") return 0;
  const hours = await readReplyHours(tx, turn.holder, courierId, turn.since);
  return seconds(hours ? workedBetween(from, to, hours) : to.getTime() - from.getTime());
}

/** Who held the ball, from the filing to now or to the end. */
export async function presentLedger(
  tx: Tx,
  actor: Actor,
  report: ReportRecord,
  now: Date,
): Promise<LedgerView> {
  const all = await listTurns(tx, actor, report.id);
  const held = report.waiting_on === "nobody" ? all.slice(0, -1) : all;
  const turns: LedgerTurn[] = [];
  for (const [at, turn] of held.entries()) {
    const from = toSecond(turn.since);
    const to = toSecond(all[at + 1]?.since ?? now);
    turns.push({
      holder: turn.holder,
      from: from.toISOString(),
      to: at === all.length - 1 ? null : to.toISOString(),
      seconds: seconds(to.getTime() - from.getTime()),
      workedSeconds: await workedSeconds(tx, report.courier_id, turn, from, to),
    });
  }
  // A ball that went on within the second was held by nobody that a reader could see.
  const seen = turns.filter((turn) => turn.to === null || turn.seconds > 0);
  return { turns: seen, replyDueAt: finite(report.reply_due_at)?.toISOString() ?? null };
}
