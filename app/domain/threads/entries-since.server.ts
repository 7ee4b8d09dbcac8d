import type { AppContext } from "#app/context.ts";
import type { Actor } from "#app/contracts/parties.ts";
import type { Cursor, NewsView } from "#app/contracts/thread-views.ts";
import type { ThreadCursor } from "#app/contracts/threads.schema.ts";
import { notFound } from "#app/domain/errors.server.ts";
import { listViewersOf } from "#app/domain/presence/list-viewers.server.ts";
import { findCursor, listChanges } from "#db/queries/changes.ts";
import { findReport } from "#db/queries/reports.ts";
import { listEntriesById } from "#db/queries/threads.ts";
import { listSeen } from "./list-seen.server.ts";
import { loadEntries } from "./load-entries.server.ts";

/** Changes answered at once; who is further behind asks again. */
const MAX_CHANGES = 500;

/** Up to where these changes tell everything: of its last number a cut list may hold one stream's change only. */
function reachOf(since: Cursor, top: Cursor, lastRev: number | null): Cursor {
  const reach = (stream: keyof Cursor) =>
    lastRev === null ? top[stream] : Math.max(since[stream], Math.min(top[stream], lastRev - 1));
  return { everyone: reach("everyone"), notes: reach("notes") };
}

/** Everything that changed after what a client has, in both streams that it may read. */
export async function entriesSince(
  ctx: AppContext,
  actor: Actor,
  code: string,
  since: ThreadCursor,
): Promise<NewsView> {
  return ctx.db.as(actor, async (tx) => {
    const report = await findReport(tx, actor, code);
    if (!report) throw notFound();
    // The cursor first: what lands in between is news, not a gap.
    const top = await findCursor(tx, actor, report.id);
    const changes = await listChanges(tx, actor, report.id, since, MAX_CHANGES);
    const isCut = changes.length === MAX_CHANGES;
    const ids = new Set(changes.map((change) => change.entry_id).filter((id) => id !== null));
    const rows = await listEntriesById(tx, actor, [...ids]);
    return {
      entries: await loadEntries(tx, () => code, rows),
      cursor: reachOf(since, top, isCut ? (changes.at(-1)?.rev ?? 0) : null),
      top,
      seen: await listSeen(tx, actor, report.id),
      present: await listViewersOf(tx, actor, report.id),
    };
  });
}
