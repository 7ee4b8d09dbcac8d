import type { AppContext, Tx } from "#app/context.ts";
import { listSettledByScan, listUnsettledPromises } from "#db/queries/instructions.ts";
import { lockPromisingReports, type ReportRecord } from "#db/queries/reports.ts";
import { appendAnswer } from "./append-answer.server.ts";
import { changeInstruction } from "./change-instruction.server.ts";

async function settleIn(ctx: AppContext, tx: Tx, report: ReportRecord, scannedAt: Date) {
  const now = ctx.clock.now();
  for (const row of await listUnsettledPromises(tx, report.id)) {
    const isKept = row.window_end !== null && scannedAt <= row.window_end;
    const outcome = isKept ? "kept" : "broken";
    await changeInstruction(ctx, tx, report, row, {
      outcome,
      outcome_by: "scan",
      outcome_at: now,
      outcome_name: "",
      state: isKept ? "done" : "expired",
      state_at: now,
      due_next_at: Number.POSITIVE_INFINITY,
    });
    await appendAnswer(
      ctx,
      tx,
      report,
      "system",
      { type: "promise_settled", code: row.code, outcome, scannedAt: scannedAt.toISOString() },
      { kind: "promise", side: "system", step: outcome },
    );
  }
}

async function unsettleIn(ctx: AppContext, tx: Tx, report: ReportRecord) {
  for (const row of await listSettledByScan(tx, report.id)) {
    const isContested = row.seller_says === "broken" && row.courier_says === "kept";
    await changeInstruction(ctx, tx, report, row, {
      state: "acknowledged",
      state_at: ctx.clock.now(),
      outcome: isContested ? "contested" : null,
      outcome_by: null,
      outcome_at: isContested ? row.courier_said_at : null,
      outcome_name: null,
    });
  }
}

/**
 * The courier's scan is the truth about every promise that nobody has decided, also in a report that was closed
 * before. The parcel's row is locked.
 */
export async function settlePromises(
  ctx: AppContext,
  tx: Tx,
  parcelId: string,
  scannedAt: Date,
): Promise<void> {
  for (const report of await lockPromisingReports(tx, parcelId))
    await settleIn(ctx, tx, report, scannedAt);
}

/** The scan is withdrawn: what the sides said stands again, and who was not asked yet will be. */
export async function unsettlePromises(ctx: AppContext, tx: Tx, parcelId: string): Promise<void> {
  for (const report of await lockPromisingReports(tx, parcelId)) await unsettleIn(ctx, tx, report);
}
