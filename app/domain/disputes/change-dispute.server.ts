import type { Updateable } from "kysely";
import type { AppContext, Tx } from "#app/context.ts";
import { tellThread } from "#app/domain/threads/tell-thread.server.ts";
import { type DisputeRecord, updateDispute } from "#db/queries/disputes.ts";
import type { ReportRecord } from "#db/queries/reports.ts";
import type { Database } from "#db/tables/index.ts";

/** Writes to a dispute and tells that its card is another. The report's row must be locked. */
export async function changeDispute(
  ctx: AppContext,
  tx: Tx,
  report: ReportRecord,
  row: Pick<DisputeRecord, "id" | "entry_id">,
  values: Updateable<Database["disputes"]>,
): Promise<void> {
  await updateDispute(tx, row.id, values);
  const entryId = row.entry_id;
  await tellThread(ctx, tx, report, { type: "dispute.moved", audience: "everyone", entryId });
}
