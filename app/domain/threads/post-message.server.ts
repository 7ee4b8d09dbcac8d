import type { AppContext, Tx } from "#app/context.ts";
import type { Actor, Audience } from "#app/contracts/parties.ts";
import type { LastLine } from "#app/contracts/system-events.ts";
import type { PostMessage } from "#app/contracts/threads.schema.ts";
import type { EntryView } from "#app/contracts/views.ts";
import { attachUploads, requireUploads } from "#app/domain/photos/attach-uploads.server.ts";
import { lockReport, requireOpen } from "#app/domain/reports/lock-report.server.ts";
import { passTurn } from "#app/domain/reports/pass-turn.server.ts";
import type { UploadRecord } from "#db/queries/photos.ts";
import type { ReportRecord } from "#db/queries/reports.ts";
import type { EntryRef } from "#db/queries/threads.ts";
import { appendEntry } from "./append-entry.server.ts";
import { holderInDispute } from "./holder-in-dispute.server.ts";
import { presentOne } from "./load-entries.server.ts";
import { turnAfterMessage } from "./next-turn.server.ts";
import { findSentBefore, fingerprintOf } from "./sent-before.server.ts";

const lineOf = (actor: Actor, input: PostMessage): LastLine =>
  input.body
    ? { kind: "text", side: actor.kind, text: input.body.slice(0, 200) }
    : { kind: "photos", side: actor.kind, count: input.upload.length };

/** The same photo sent again is another upload, so what is compared is what it shows. */
const fingerprintOfMessage = (audience: Audience, body: string, uploads: UploadRecord[]) =>
  fingerprintOf(
    audience,
    body,
    uploads.map((upload) => [upload.original_sha256, upload.purpose]),
  );

/** Appends a message to a report that is locked, once for each id of the sender's device. */
export async function sayIn(
  ctx: AppContext,
  tx: Tx,
  actor: Actor,
  report: ReportRecord,
  input: PostMessage,
  audience: Audience,
): Promise<EntryRef> {
  const uploads = await requireUploads(tx, actor, input.upload);
  const fingerprint = fingerprintOfMessage(audience, input.body, uploads);
  const sent = await findSentBefore(tx, actor, report, input.clientId, fingerprint);
  if (sent) return sent;
  // CS may still note something down on a closed report.
  if (audience !== "support") requireOpen(report);
  const entry = await appendEntry(ctx, tx, report, {
    audience,
    kind: "message",
    author: actor,
    body: input.body,
    clientId: input.clientId,
    fingerprint,
    line: lineOf(actor, input),
  });
  await attachUploads(ctx, tx, report, entry, uploads);
  if (audience === "everyone")
    await passTurn(
      ctx,
      tx,
      report,
      await holderInDispute(tx, report, turnAfterMessage(report, actor.kind)),
    );
  return entry;
}

const post = (
  ctx: AppContext,
  actor: Actor,
  code: string,
  input: PostMessage,
  audience: Audience,
) =>
  ctx.db.as(actor, async (tx) => {
    const report = await lockReport(tx, actor, code);
    return presentOne(tx, actor, report, await sayIn(ctx, tx, actor, report, input, audience));
  });

/** A message that everybody in the report reads; it passes the ball. */
export const postMessage = (
  ctx: AppContext,
  actor: Actor,
  code: string,
  input: PostMessage,
): Promise<EntryView> => post(ctx, actor, code, input, "everyone");

/** A note that only the writer's own side reads. */
export const postNote = (
  ctx: AppContext,
  actor: Actor,
  code: string,
  input: PostMessage,
): Promise<EntryView> => post(ctx, actor, code, input, actor.kind);
