import type { AppContext } from "#app/context.ts";
import type { Actor } from "#app/contracts/parties.ts";
import type { EntriesView } from "#app/contracts/thread-views.ts";
import type { ThreadCursor } from "#app/contracts/threads.schema.ts";
import { notFound } from "#app/domain/errors.server.ts";
import { findReport } from "#db/queries/reports.ts";
import { loadEntries } from "./load-entries.server.ts";
import { pageEntries } from "./page-entries.server.ts";

export const ENTRIES_A_PAGE = 60;

/** The page before what a client has, by seq. */
export async function entriesBefore(
  ctx: AppContext,
  actor: Actor,
  code: string,
  before: ThreadCursor,
): Promise<EntriesView> {
  return ctx.db.as(actor, async (tx) => {
    const report = await findReport(tx, actor, code);
    if (!report) throw notFound();
    const page = await pageEntries(tx, actor, report.id, before, ENTRIES_A_PAGE);
    return { ...page, entries: await loadEntries(tx, () => code, page.entries) };
  });
}
