import type { AppContext, Tx } from "#app/context.ts";
import type { Resolution } from "#app/contracts/reports.ts";
import { type ReportRecord, updateReport } from "#db/queries/reports.ts";

/** Nobody holds the ball of a closed report and nothing is due in it. */
export async function closeReport(
  ctx: AppContext,
  tx: Tx,
  report: ReportRecord,
  end: { status: "resolved" | "cancelled"; resolution: Resolution | null },
): Promise<void> {
  const now = ctx.clock.now();
  await updateReport(tx, report.id, {
    ...end,
    resolved_at: now,
    waiting_on: "nobody",
    waiting_since: now,
    due_at: Number.POSITIVE_INFINITY,
    due_kind: null,
  });
}
