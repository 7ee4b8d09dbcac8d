import type { AppContext } from "#app/context.ts";
import type { EntryView } from "#app/contracts/views.ts";
import { findReportById } from "#db/queries/reports.ts";
import { getEntry } from "#db/queries/threads.ts";
import { loadEntries } from "./load-entries.server.ts";

export type FanoutEntry = { entry: EntryView; sellerOrgId: string; courierId: string };

/** An entry as the least privileged listener of its stream may see it. */
export async function getEntryForFanout(
  ctx: AppContext,
  entryId: string,
): Promise<FanoutEntry | undefined> {
  return ctx.db.as("system", async (tx) => {
    const row = await getEntry(tx, entryId);
    const report = row && (await findReportById(tx, row.report_id));
    if (!row || !report) return undefined;
    const [entry] = await loadEntries(tx, report.code, [row.audience], [row]);
    return entry && { entry, sellerOrgId: row.seller_org_id, courierId: row.courier_id };
  });
}
