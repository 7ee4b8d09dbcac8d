import type { AppContext } from "#app/context.ts";
import type { Actor } from "#app/contracts/parties.ts";
import { findReport } from "#db/queries/reports.ts";

/** Id of a report that this actor may watch live. */
export async function findWatchedReport(
  ctx: AppContext,
  actor: Actor,
  code: string,
): Promise<string | undefined> {
  const report = await ctx.db.as(actor, (tx) => findReport(tx, actor, code));
  return report?.id;
}
