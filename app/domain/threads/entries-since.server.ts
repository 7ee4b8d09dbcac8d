import type { AppContext } from "#app/context.ts";
import type { Actor } from "#app/contracts/parties.ts";
import type { ThreadCursor } from "#app/contracts/threads.schema.ts";
import type { Cursor, EntryView } from "#app/contracts/views.ts";
import { notFound } from "#app/domain/errors.server.ts";
import { findReport } from "#db/queries/reports.ts";
import { readableBy } from "#db/queries/scope.ts";
import { findCursor, listEntries } from "#db/queries/threads.ts";
import { loadEntries } from "./load-entries.server.ts";

/** More than this at once means the page is better loaded anew. */
export const MAX_ENTRIES = 500;

/** Everything after what a client has, of both streams that it may read. */
export async function entriesSince(
  ctx: AppContext,
  actor: Actor,
  code: string,
  since: ThreadCursor,
): Promise<{ entries: EntryView[]; cursor: Cursor }> {
  return ctx.db.as(actor, async (tx) => {
    const report = await findReport(tx, actor, code);
    if (!report) throw notFound();
    // The cursor first: an entry that lands in between is news, not a gap.
    const cursor = await findCursor(tx, actor, report.id);
    const rows = await listEntries(tx, actor, report.id, since, MAX_ENTRIES);
    const entries = await loadEntries(tx, report.code, readableBy(actor), rows);
    return { entries, cursor };
  });
}
