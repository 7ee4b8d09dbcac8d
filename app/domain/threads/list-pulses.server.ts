import type { AppContext } from "#app/context.ts";
import type { Audience } from "#app/contracts/parties.ts";
import { listStreams } from "#db/queries/changes.ts";

export type Pulse = { reportId: string; audience: Audience; rev: number; seen: number };

/** How every stream of these reports stands. */
export async function listPulses(ctx: AppContext, reportIds: string[]): Promise<Pulse[]> {
  if (reportIds.length === 0) return [];
  const rows = await ctx.db.as("system", (tx) => listStreams(tx, reportIds));
  return rows.map((row) => ({
    reportId: row.report_id,
    audience: row.audience,
    rev: row.last_rev,
    seen: Number(row.seen ?? 0),
  }));
}
