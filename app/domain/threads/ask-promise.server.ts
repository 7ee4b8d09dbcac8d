import type { AppContext, Tx } from "#app/context.ts";
import { passTurn } from "#app/domain/reports/pass-turn.server.ts";
import { refreshDue } from "#app/domain/reports/refresh-due.server.ts";
import type { ReportRecord } from "#db/queries/reports.ts";
import type { InstructionRecord } from "#db/queries/threads.ts";
import { appendAnswer } from "./append-answer.server.ts";
import { changeInstruction } from "./change-instruction.server.ts";
import { holderInDispute } from "./holder-in-dispute.server.ts";

/** The window is over: both sides are asked whether the courier came, the seller first. The report's row is locked. */
export async function askPromise(
  ctx: AppContext,
  tx: Tx,
  report: ReportRecord,
  row: InstructionRecord,
): Promise<void> {
  await changeInstruction(ctx, tx, report, row, {
    asked_at: ctx.clock.now(),
    due_next_at: Number.POSITIVE_INFINITY,
  });
  await appendAnswer(
    ctx,
    tx,
    report,
    "system",
    {
      type: "promise_ended",
      code: row.code,
      windowEnd: row.window_end?.toISOString() ?? "",
    },
    { kind: "promise", side: "system", step: "asked" },
  );
  await passTurn(ctx, tx, report, await holderInDispute(tx, report, "seller"));
  await refreshDue(tx, report);
}
