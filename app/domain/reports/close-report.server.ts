import type { AppContext, Tx } from "#app/context.ts";
import type { Resolution } from "#app/contracts/reports.ts";
import { findDisputeHolder } from "#app/domain/disputes/find-dispute-holder.server.ts";
import { quietInstructions } from "#db/queries/instructions.ts";
import { type ReportRecord, updateReport } from "#db/queries/reports.ts";
import { takeTurn } from "./pass-turn.server.ts";

async function lastTurn(ctx: AppContext, tx: Tx, report: ReportRecord) {
  const holder = report.disputed ? await findDisputeHolder(tx, report) : undefined;
  return holder === report.waiting_on ? {} : takeTurn(ctx, tx, report, holder ?? "nobody");
}

/** Nothing is due in a closed report, and nobody holds its ball unless a dispute in it waits for them. */
export async function closeReport(
  ctx: AppContext,
  tx: Tx,
  report: ReportRecord,
  end: { status: "resolved" | "cancelled"; resolution: Resolution | null },
): Promise<void> {
  await updateReport(tx, report.id, {
    ...end,
    ...(await lastTurn(ctx, tx, report)),
    resolved_at: ctx.clock.now(),
    due_at: Number.POSITIVE_INFINITY,
    due_kind: null,
  });
  await quietInstructions(tx, report.id);
}
