import type { AppContext, Tx } from "#app/context.ts";
import { appendAnswer } from "#app/domain/threads/append-answer.server.ts";
import { lockDueDisputes, takeDueDispute } from "#db/queries/disputes.ts";
import { findReportById } from "#db/queries/reports.ts";
import { shareRules } from "#db/queries/rules.ts";
import { changeDispute } from "./change-dispute.server.ts";
import { passDisputeTurn } from "./pass-dispute-turn.server.ts";

const BATCH = 100;

async function passOne(ctx: AppContext, tx: Tx, id: string, reportId: string) {
  const now = ctx.clock.now();
  const due = await takeDueDispute(tx, id, now);
  const report = due && (await findReportById(tx, reportId));
  if (!due || !report) return;
  await changeDispute(ctx, tx, report, due, { passed_at: now });
  await appendAnswer(
    ctx,
    tx,
    report,
    "system",
    { type: "dispute_passed" },
    { kind: "dispute", side: "system", step: "passed" },
  );
  await passDisputeTurn(ctx, tx, report);
}

/** What the courier has not answered in time goes to CS; once over any number of workers. */
export async function passDueDisputes(ctx: AppContext): Promise<void> {
  const found = await ctx.db.as("system", async (tx) => {
    await shareRules(tx);
    const due = await lockDueDisputes(tx, ctx.clock.now(), BATCH);
    for (const { id, report_id } of due) await passOne(ctx, tx, id, report_id);
    return due.length;
  });
  if (found === BATCH) await passDueDisputes(ctx);
}
