import type { AppContext } from "#app/context.ts";
import { SIDES } from "#app/contracts/parties.ts";
import type { EntryView } from "#app/contracts/views.ts";
import { listCodes } from "#db/queries/reports.ts";
import { listEntriesById } from "#db/queries/threads.ts";
import { loadEntries } from "./load-entries.server.ts";

/** Entries by id, each as the least privileged listener of its stream may see it. */
export async function listEntriesForFanout(
  ctx: AppContext,
  ids: string[],
): Promise<Map<string, EntryView>> {
  if (ids.length === 0) return new Map();
  return ctx.db.as("system", async (tx) => {
    const rows = await listEntriesById(tx, "system", ids);
    const codes = await listCodes(tx, [...new Set(rows.map((row) => row.report_id))]);
    const views = await loadEntries(tx, codes, ["everyone", ...SIDES], rows);
    return new Map(views.map((view) => [view.id, view]));
  });
}
