import type { AppContext, Tx } from "#app/context.ts";
import { appendEntry } from "#app/domain/threads/append-entry.server.ts";
import { insertRepeat, listTwins, type Twin } from "#db/queries/evidence.ts";
import { lockReportsById, type ReportRecord } from "#db/queries/reports.ts";
import { NEARLY_THE_SAME } from "./hash-columns.server.ts";

/** CS reads in both threads which other resi shows the same proof. */
async function flag(
  ctx: AppContext,
  tx: Tx,
  report: ReportRecord,
  other: ReportRecord,
  same: boolean,
): Promise<void> {
  await appendEntry(ctx, tx, report, {
    audience: "support",
    kind: "event",
    author: "system",
    event: { type: "proof_repeated", code: other.code, resi: other.resi, same },
    line: null,
  });
}

async function flagBoth(ctx: AppContext, tx: Tx, twin: Twin, reports: ReportRecord[]) {
  const report = reports.find((one) => one.id === twin.report_id);
  const other = reports.find((one) => one.id === twin.twin_report_id);
  if (!report || !other) return;
  const { same, ...pair } = twin;
  if (!(await insertRepeat(tx, { ...pair, found_at: ctx.clock.now() }))) return;
  await flag(ctx, tx, report, other, same);
  await flag(ctx, tx, other, report, same);
}

/** Looks whether the photos of an entry, or nearly those, prove something of another resi already. */
export async function compareProof(
  ctx: AppContext,
  { entryId }: { entryId: string },
): Promise<void> {
  await ctx.db.as("system", async (tx) => {
    const twins = await listTwins(tx, entryId, NEARLY_THE_SAME);
    const ids = twins.flatMap((twin) => [twin.report_id, twin.twin_report_id]);
    const reports = await lockReportsById(tx, ids);
    for (const twin of twins) await flagBoth(ctx, tx, twin, reports);
  });
}
