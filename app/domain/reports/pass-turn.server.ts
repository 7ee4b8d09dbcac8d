import type { AppContext, Tx } from "#app/context.ts";
import type { WaitingOn } from "#app/contracts/parties.ts";
import { type ReportRecord, updateReport } from "#db/queries/reports.ts";

/** Writes who must reply next; a side that keeps the ball keeps the moment since when. */
export async function passTurn(
  ctx: AppContext,
  tx: Tx,
  report: ReportRecord,
  to: WaitingOn,
): Promise<void> {
  if (to === report.waiting_on) return;
  await updateReport(tx, report.id, { waiting_on: to, waiting_since: ctx.clock.now() });
}
