import type { AppContext, Tx } from "#app/context.ts";
import type { Actor } from "#app/contracts/parties.ts";
import type { LastLine, SystemEvent } from "#app/contracts/system-events.ts";
import { attachUploads } from "#app/domain/photos/attach-uploads.server.ts";
import type { UploadRecord } from "#db/queries/photos.ts";
import type { ReportRecord } from "#db/queries/reports.ts";
import type { EntryRef } from "#db/queries/threads.ts";
import { appendEntry } from "./append-entry.server.ts";

export type Answer = {
  body?: string;
  uploads?: UploadRecord[];
  clientId?: string;
  fingerprint?: string;
};

/** What somebody answered to a card, with words and photos of their own, for everybody. */
export async function appendAnswer(
  ctx: AppContext,
  tx: Tx,
  report: ReportRecord,
  author: Actor | "system",
  event: SystemEvent,
  line: LastLine,
  answer: Answer = {},
): Promise<EntryRef> {
  const entry = await appendEntry(ctx, tx, report, {
    audience: "everyone",
    kind: "event",
    author,
    body: answer.body,
    event,
    clientId: answer.clientId || undefined,
    fingerprint: answer.fingerprint,
    line,
  });
  await attachUploads(ctx, tx, report, entry, answer.uploads ?? []);
  return entry;
}
