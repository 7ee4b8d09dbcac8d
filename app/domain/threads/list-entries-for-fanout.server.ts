import type { AppContext } from "#app/context.ts";
import type { EntryView } from "#app/contracts/views.ts";
import { findReportById } from "#db/queries/reports.ts";
import { type EntryRecord, listEntriesById } from "#db/queries/threads.ts";
import { loadEntries } from "./load-entries.server.ts";

const streamKey = (row: EntryRecord) => `${row.report_id} ${row.audience}`;

/** Entries by id, each as the least privileged listener of its stream may see it. */
export async function listEntriesForFanout(
  ctx: AppContext,
  ids: string[],
): Promise<Map<string, EntryView>> {
  if (ids.length === 0) return new Map();
  return ctx.db.as("system", async (tx) => {
    const views = new Map<string, EntryView>();
    const rows = await listEntriesById(tx, "system", ids);
    for (const stream of Map.groupBy(rows, streamKey).values()) {
      const [{ report_id, audience }] = stream as [EntryRecord];
      const report = await findReportById(tx, report_id);
      if (!report) continue;
      for (const view of await loadEntries(tx, report.code, [audience], stream))
        views.set(view.id, view);
    }
    return views;
  });
}
