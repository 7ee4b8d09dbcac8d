import type { AppContext, Tx } from "#app/context.ts";
import type { OpenDispute } from "#app/contracts/disputes.schema.ts";
import type { Actor } from "#app/contracts/parties.ts";
import type { EntryView } from "#app/contracts/views.ts";
import { conflict, forbidden, invalid } from "#app/domain/errors.server.ts";
import { requireUploads } from "#app/domain/photos/attach-uploads.server.ts";
import { lockReport, requireOpen } from "#app/domain/reports/lock-report.server.ts";
import { replyColumns } from "#app/domain/reports/pass-turn.server.ts";
import { appendAnswer } from "#app/domain/threads/append-answer.server.ts";
import { presentOne } from "#app/domain/threads/load-entries.server.ts";
import { findSentBefore, fingerprintOf } from "#app/domain/threads/sent-before.server.ts";
import { insertDispute, listContested } from "#db/queries/disputes.ts";
import { findParcelsById } from "#db/queries/parcels.ts";
import type { UploadRecord } from "#db/queries/photos.ts";
import { type ReportRecord, updateReport } from "#db/queries/reports.ts";
import { type Failure, listFailures, untilOf } from "./contestable.server.ts";
import { passDisputeTurn } from "./pass-dispute-turn.server.ts";

/** Where no hours are set for couriers, this is their time to answer. */
const ANSWER_MS = 24 * 60 * 60 * 1000;

async function requireContestable(
  tx: Tx,
  actor: Actor,
  report: ReportRecord,
  subject: string,
  now: Date,
): Promise<Failure> {
  const [parcel] = await findParcelsById(tx, actor, [report.parcel_id]);
  if (!parcel) throw new Error(`Parcel of ${report.code} is gone`);
  const span = { requestedAt: parcel.requested_at, custodyAt: parcel.custody_at };
  const failures = await listFailures(tx, actor, report, span);
  const failure = failures.find(({ id }) => id === subject);
  if (!failure) throw conflict("dispute.no_failure");
  const contested = await listContested(tx, actor, report.parcel_id);
  if (contested.has(subject)) throw conflict("dispute.exists");
  if (now > untilOf(failure)) throw conflict("dispute.too_late");
  return failure;
}

/** A courier without members here is given no time: CS decides. */
async function timeToAnswer(tx: Tx, report: ReportRecord, now: Date) {
  if (!report.courier_served) return { passed_at: now };
  const { reply_due_at } = await replyColumns(tx, report.courier_id, "courier", now);
  const due = reply_due_at instanceof Date ? reply_due_at : new Date(now.getTime() + ANSWER_MS);
  return { answer_due_at: due, due_next_at: due };
}

const fingerprintOfClaim = ({ subject, body }: OpenDispute, uploads: UploadRecord[]) =>
  fingerprintOf(
    "dispute",
    subject,
    body,
    uploads.map((upload) => [upload.original_sha256, upload.purpose]),
  );

/** A seller contests a failure that the courier stated, with at least one photo; the courier gets the ball. */
export async function openDispute(
  ctx: AppContext,
  actor: Actor,
  code: string,
  input: OpenDispute,
): Promise<EntryView> {
  return ctx.db.as(actor, async (tx) => {
    const now = ctx.clock.now();
    const report = await lockReport(tx, actor, code);
    if (actor.kind !== "seller") throw forbidden("dispute.sellers_only");
    const uploads = await requireUploads(tx, actor, input.upload);
    const fingerprint = fingerprintOfClaim(input, uploads);
    const { clientId, body } = input;
    const sent = await findSentBefore(tx, actor, report, clientId, fingerprint);
    if (sent) return presentOne(tx, actor, report, sent);
    requireOpen(report);
    const failure = await requireContestable(tx, actor, report, input.subject, now);
    if (uploads.length === 0)
      throw invalid("dispute.photo_required", { fields: { upload: "dispute.photo_required" } });
    const entry = await appendAnswer(
      ctx,
      tx,
      report,
      actor,
      { type: "dispute_opened" },
      { kind: "dispute", side: actor.kind, step: "opened" },
      { body, uploads, clientId, fingerprint },
    );
    await insertDispute(tx, {
      report_id: report.id,
      entry_id: entry.id,
      seller_org_id: report.seller_org_id,
      courier_id: report.courier_id,
      subject_kind: failure.kind,
      subject_id: failure.id,
      subject_code: failure.code,
      reason: failure.reason,
      attempted_at: failure.at,
      state: "open",
      state_at: now,
      opened_by_user_id: actor.userId,
      ...(await timeToAnswer(tx, report, now)),
    });
    await updateReport(tx, report.id, { disputed: true });
    await passDisputeTurn(ctx, tx, report);
    return presentOne(tx, actor, report, entry);
  });
}
