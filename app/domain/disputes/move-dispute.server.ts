import type { AppContext, Tx } from "#app/context.ts";
import type { MoveDispute } from "#app/contracts/disputes.schema.ts";
import type { Actor } from "#app/contracts/parties.ts";
import type { EntryView } from "#app/contracts/views.ts";
import { notFound } from "#app/domain/errors.server.ts";
import { requireUploads } from "#app/domain/photos/attach-uploads.server.ts";
import { lockReport } from "#app/domain/reports/lock-report.server.ts";
import type { Answer } from "#app/domain/threads/append-answer.server.ts";
import { presentOne } from "#app/domain/threads/load-entries.server.ts";
import { findSentBefore, fingerprintOf } from "#app/domain/threads/sent-before.server.ts";
import { type DisputeRecord, findDispute } from "#db/queries/disputes.ts";
import type { ReportRecord } from "#db/queries/reports.ts";
import { answerDispute } from "./answer-dispute.server.ts";
import { decideDispute } from "./decide-dispute.server.ts";
import { passDisputeTurn } from "./pass-dispute-turn.server.ts";
import { withdrawDispute } from "./withdraw-dispute.server.ts";

function moveBy(
  ctx: AppContext,
  tx: Tx,
  actor: Actor,
  report: ReportRecord,
  dispute: DisputeRecord,
  input: MoveDispute,
  answer: Answer,
) {
  switch (input.to) {
    case "answer":
      return answerDispute(ctx, tx, actor, report, dispute, input, answer);
    case "decide":
      return decideDispute(ctx, tx, actor, report, dispute, input, answer);
    case "withdraw":
      return withdrawDispute(ctx, tx, actor, report, dispute, input, answer);
  }
}

/** A dispute goes on while its report is closed: it is part of the record that decides who pays. */
export async function moveDispute(
  ctx: AppContext,
  actor: Actor,
  code: string,
  id: string,
  input: MoveDispute,
): Promise<EntryView> {
  return ctx.db.as(actor, async (tx) => {
    const report = await lockReport(tx, actor, code);
    const dispute = await findDispute(tx, actor, report.id, id);
    if (!dispute) throw notFound();
    const { clientId, ...rest } = input;
    const uploads = await requireUploads(tx, actor, "upload" in input ? input.upload : []);
    const photos = uploads.map((upload) => [upload.original_sha256, upload.purpose]);
    const fingerprint = fingerprintOf("dispute", id, { ...rest, upload: photos });
    const sent = await findSentBefore(tx, actor, report, clientId, fingerprint);
    if (sent) return presentOne(tx, actor, report, sent);
    const answer = { body: input.body, uploads, clientId, fingerprint };
    const entry = await moveBy(ctx, tx, actor, report, dispute, input, answer);
    await passDisputeTurn(ctx, tx, report);
    return presentOne(tx, actor, report, entry);
  });
}
