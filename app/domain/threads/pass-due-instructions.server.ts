import type { AppContext, Tx } from "#app/context.ts";
import { passTurn } from "#app/domain/reports/pass-turn.server.ts";
import { lockDueInstructions, takeDueInstruction } from "#db/queries/instructions.ts";
import { findReportById, type ReportRecord } from "#db/queries/reports.ts";
import { shareRules } from "#db/queries/rules.ts";
import type { InstructionRecord } from "#db/queries/threads.ts";
import { appendAnswer } from "./append-answer.server.ts";
import { askPromise } from "./ask-promise.server.ts";
import { changeInstruction } from "./change-instruction.server.ts";
import { holderInDispute } from "./holder-in-dispute.server.ts";
import { holderFor } from "./next-turn.server.ts";

const BATCH = 100;

/** Nobody did it in time: the side that asked must see what now. */
async function expire(ctx: AppContext, tx: Tx, report: ReportRecord, row: InstructionRecord) {
  await changeInstruction(ctx, tx, report, row, { state: "expired", state_at: ctx.clock.now() });
  await appendAnswer(
    ctx,
    tx,
    report,
    "system",
    { type: "instruction_state", code: row.code, state: "expired", reason: "" },
    { kind: "event", side: "system", event: "instruction_state" },
  );
  const turn = holderFor(row.from_side, report.courier_served);
  await passTurn(ctx, tx, report, await holderInDispute(tx, report, turn));
}

async function passOne(ctx: AppContext, tx: Tx, id: string, reportId: string) {
  const row = await takeDueInstruction(tx, id, ctx.clock.now());
  const report = row && (await findReportById(tx, reportId));
  if (!row || !report) return;
  await (row.window_end ? askPromise : expire)(ctx, tx, report, row);
}

/** At its due time an instruction expires, and about a promise both sides are asked; once over any number of workers. */
export async function passDueInstructions(ctx: AppContext): Promise<void> {
  const found = await ctx.db.as("system", async (tx) => {
    await shareRules(tx);
    const due = await lockDueInstructions(tx, ctx.clock.now(), BATCH);
    for (const { id, report_id } of due) await passOne(ctx, tx, id, report_id);
    return due.length;
  });
  if (found === BATCH) await passDueInstructions(ctx);
}
