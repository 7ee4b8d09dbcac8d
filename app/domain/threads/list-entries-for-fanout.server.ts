import type { AppContext } from "#app/context.ts";
import type { EntryView } from "#app/contracts/views.ts";
import { findReportById } from "#db/queries/reports.ts";
import { listEntriesById } from "#db/queries/threads.ts";
import { presentOne } from "./load-entries.server.ts";

/** Entries by id, each as the least privileged listener of its stream may see it. */
export async function listEntriesForFanout(
  ctx: AppContext,
  ids: string[],
): Promise<Map<string, EntryView>> {
  if (ids.length === 0) return new Map();
  return ctx.db.as("system", async (tx) => {
    const views = new Map<string, EntryView>();
    for (const row of await listEntriesById(tx, "system", ids)) {
      const report = await findReportById(tx, row.report_id);
      if (report) views.set(row.id, await presentOne(tx, report, row));
    }
    return views;
  });
}
