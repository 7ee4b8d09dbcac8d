import type { AppContext, Tx } from "#app/context.ts";
import { passTurn } from "#app/domain/reports/pass-turn.server.ts";
import { holderFor } from "#app/domain/threads/next-turn.server.ts";
import { type ReportRecord, updateReport } from "#db/queries/reports.ts";
import { findDisputeHolder } from "./find-dispute-holder.server.ts";

/** The ball to who must act in a dispute now; once none waits, back to the courier, or of a closed report to nobody. */
export async function passDisputeTurn(ctx: AppContext, tx: Tx, report: ReportRecord) {
  const holder = await findDisputeHolder(tx, report);
  const otherwise =
    report.status === "open" ? holderFor("courier", report.courier_served) : "nobody";
  const to = holder ?? otherwise;
  // The reply clock of whoever must act begins with the step that asks them.
  await passTurn(ctx, tx, report, to, to === "nobody" ? undefined : ctx.clock.now());
  // Last, because somebody may hold the ball of a closed report only while it is disputed.
  if (!holder) await updateReport(tx, report.id, { disputed: false });
}
