import type { AppContext, Tx } from "#app/context.ts";
import { appendEntry } from "#app/domain/threads/append-entry.server.ts";
import { countRepeats, insertRepeat, listTwins, type Twin } from "#db/queries/evidence.ts";
import { lockReportsById, type ReportRecord } from "#db/queries/reports.ts";
import { NEARLY_THE_SAME } from "./hash-columns.server.ts";

/** Looked at to find so many other reports; one report may show a proof several times. */
const MOST_PHOTOS = 60;
/** Other reports that one entry is held against: enough to decide by, and a stock photo locks no more than these. */
const MOST_REPORTS = 5;
/** A thread that has said it so often says it no more; the evidence beside the photo goes on. */
const MOST_TOLD = 10;

/** CS reads in a thread which other resi shows the same proof. */
async function flag(
  ctx: AppContext,
  tx: Tx,
  report: ReportRecord,
  other: ReportRecord,
  same: boolean,
): Promise<void> {
  if ((await countRepeats(tx, report.id)) > MOST_TOLD) return;
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

/** The nearest photo of each other report. */
function nearestOfEach(twins: Twin[]): Twin[] {
  const seen = new Set<string>();
  return twins.filter(({ twin_report_id: id }) => !seen.has(id) && seen.add(id));
}

/** Looks whether the photos of an entry, or nearly those, prove something of another resi already. */
export async function compareProof(
  ctx: AppContext,
  { entryId }: { entryId: string },
): Promise<void> {
  await ctx.db.as("system", async (tx) => {
    const found = await listTwins(tx, entryId, { within: NEARLY_THE_SAME, limit: MOST_PHOTOS });
    const twins = nearestOfEach(found).slice(0, MOST_REPORTS);
    const ids = twins.flatMap((twin) => [twin.report_id, twin.twin_report_id]);
    const reports = await lockReportsById(tx, ids);
    for (const twin of twins) await flagBoth(ctx, tx, twin, reports);
  });
}
