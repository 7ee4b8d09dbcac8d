import type { AppContext } from "#app/context.ts";
import type { ThreadEvent } from "#app/contracts/realtime.ts";
import type { EntryView } from "#app/contracts/views.ts";
import { listEntriesToTell } from "#db/queries/threads.ts";
import { loadEntries } from "./load-entries.server.ts";

/** The entry that each event speaks of, where it is in the stream that the event names. */
export async function listEntriesForFanout(
  ctx: AppContext,
  events: ThreadEvent[],
): Promise<Map<ThreadEvent, EntryView>> {
  const ids = [...new Set(events.map((event) => event.entryId).filter((id) => id !== null))];
  if (ids.length === 0) return new Map();
  return ctx.db.as("system", async (tx) => {
    const rows = await listEntriesToTell(tx, ids);
    const views = await loadEntries(tx, (row) => row.code, rows);
    const found = events.flatMap((event) => {
      const at = rows.findIndex((row) => row.id === event.entryId);
      const isThere =
        rows[at]?.report_id === event.reportId && rows[at].audience === event.audience;
      const view = views[at];
      return isThere && view ? [[event, view] as const] : [];
    });
    return new Map(found);
  });
}
