import type { AppContext, Tx } from "#app/context.ts";
import type { Actor, Audience } from "#app/contracts/parties.ts";
import type { LastLine, SystemEvent } from "#app/contracts/system-events.ts";
import { takeNumbers } from "#db/queries/changes.ts";
import { type ReportRecord, updateReport } from "#db/queries/reports.ts";
import { type EntryRecord, type EntryRef, insertEntry } from "#db/queries/threads.ts";
import { streamOf, tellNumbered } from "./tell-thread.server.ts";

export type NewEntry = {
  audience: Audience;
  kind: EntryRecord["kind"];
  author: Actor | "system";
  body?: string;
  event?: SystemEvent;
  clientId?: string;
  fingerprint?: string;
  /** What lists show of it; of an entry of one's own side they show nothing. */
  line: LastLine | null;
};

/** The report's row must be locked: that makes seq gap-free. */
export async function appendEntry(
  ctx: AppContext,
  tx: Tx,
  report: ReportRecord,
  entry: NewEntry,
): Promise<EntryRef> {
  const { author, audience } = entry;
  const now = ctx.clock.now();
  const stream = streamOf(report, audience);
  const { last_seq, last_rev } = await takeNumbers(tx, stream, 1);
  const row = await insertEntry(tx, {
    report_id: report.id,
    audience,
    seq: last_seq,
    seller_org_id: report.seller_org_id,
    courier_id: report.courier_id,
    kind: entry.kind,
    author_side: author === "system" ? "system" : author.kind,
    author_user_id: author === "system" ? null : author.userId,
    author_name: author === "system" ? "" : author.name,
    client_id: entry.clientId ?? null,
    fingerprint: entry.fingerprint ?? null,
    body: entry.body ?? "",
    event: JSON.stringify(entry.event ?? null),
    created_at: now,
  });
  if (audience === "everyone" && entry.line)
    await updateReport(tx, report.id, {
      last_entry_at: now,
      last_line: JSON.stringify(entry.line),
    });
  await tellNumbered(ctx, tx, stream, { type: "entry.added", entryId: row.id, rev: last_rev });
  return row;
}
