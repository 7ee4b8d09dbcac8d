import type { AppContext, Tx } from "#app/context.ts";
import type { Resolution } from "#app/contracts/reports.ts";
import { type ReportRecord, updateReport } from "#db/queries/reports.ts";
import { takeTurn } from "./pass-turn.server.ts";

/** Nobody holds the ball of a closed report and nothing is due in it. */
export async function closeReport(
  ctx: AppContext,
  tx: Tx,
  report: ReportRecord,
  end: { status: "resolved" | "cancelled"; resolution: Resolution | null },
): Promise<void> {
  await updateReport(tx, report.id, {
    ...end,
    ...(await takeTurn(ctx, tx, report, "nobody")),
    resolved_at: ctx.clock.now(),
    due_at: Number.POSITIVE_INFINITY,
    due_kind: null,
  });
}
