import type { Tx } from "#app/context.ts";
import type { Side } from "#app/contracts/parties.ts";
import { holderFor } from "#app/domain/threads/next-turn.server.ts";
import { listUndecided } from "#db/queries/disputes.ts";
import type { ReportRecord } from "#db/queries/reports.ts";

/** Who must act in the disputes of a report: the courier while one of them waits for its answer, else CS; undefined where none waits. */
export async function findDisputeHolder(tx: Tx, report: ReportRecord): Promise<Side | undefined> {
  const undecided = await listUndecided(tx, report.id);
  if (undecided.length === 0) return undefined;
  const awaitsCourier = undecided.some((row) => row.state === "open" && row.passed_at === null);
  return awaitsCourier ? holderFor("courier", report.courier_served) : "support";
}
