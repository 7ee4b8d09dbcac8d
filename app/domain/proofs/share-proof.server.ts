import type { AppContext, Tx } from "#app/context.ts";
import type { Actor } from "#app/contracts/parties.ts";
import type { ShareProof } from "#app/contracts/proofs.schema.ts";
import { conflict, forbidden, invalid } from "#app/domain/errors.server.ts";
import { requireUploads } from "#app/domain/photos/attach-uploads.server.ts";
import { passTurn } from "#app/domain/reports/pass-turn.server.ts";
import { appendAnswer } from "#app/domain/threads/append-answer.server.ts";
import { holderInDispute } from "#app/domain/threads/holder-in-dispute.server.ts";
import { turnAfterMessage } from "#app/domain/threads/next-turn.server.ts";
import { fingerprintOf } from "#app/domain/threads/sent-before.server.ts";
import type { UploadRecord } from "#db/queries/photos.ts";
import {
  findProofByClientId,
  findProofByFingerprint,
  insertProof,
  insertProofLinks,
} from "#db/queries/proofs.ts";
import type { ReportRecord } from "#db/queries/reports.ts";
import { type Gathered, gatherReports } from "./gather-reports.server.ts";

const fingerprintOfProof = ({ resi, body }: ShareProof, uploads: UploadRecord[]) =>
  fingerprintOf(
    "proof",
    resi.toSorted(),
    body,
    uploads.map((upload) => [upload.original_sha256, upload.purpose]),
  );

/** A form whose answer was lost is filled in and sent anew within this time. */
const AGAIN_MS = 60 * 60 * 1000;

/** What was sent before under that id, or just now with the same photos; something else under the id is refused. */
async function findBefore(
  { clock }: AppContext,
  tx: Tx,
  actor: Actor,
  clientId: string,
  fingerprint: string,
) {
  const before = await findProofByClientId(tx, actor, clientId);
  if (before && before.fingerprint !== fingerprint) throw conflict("message.conflict");
  const since = new Date(clock.now().getTime() - AGAIN_MS);
  return before?.id ?? (await findProofByFingerprint(tx, actor, fingerprint, since))?.id;
}

type Proof = { id: string; count: number; input: ShareProof; uploads: UploadRecord[] };

/** The proof as an entry of one report's own thread. */
async function showIn(
  ctx: AppContext,
  tx: Tx,
  actor: Actor,
  report: ReportRecord,
  { id, count, input, uploads }: Proof,
) {
  const entry = await appendAnswer(
    ctx,
    tx,
    report,
    actor,
    { type: "proof_shared", proofId: id, count },
    { kind: "proof", side: actor.kind, step: "asked" },
    { body: input.body, uploads },
  );
  const next = await holderInDispute(tx, report, turnAfterMessage(report, actor.kind));
  await passTurn(ctx, tx, report, next);
  return {
    proof_id: id,
    report_id: report.id,
    entry_id: entry.id,
    seller_org_id: report.seller_org_id,
    courier_id: report.courier_id,
  };
}

async function insert(
  ctx: AppContext,
  tx: Tx,
  actor: Actor,
  input: ShareProof,
  fingerprint: string,
  { reports, leftOut }: Gathered,
) {
  const [first] = reports;
  if (!first)
    throw invalid("proof.none_fits", {
      fields: { list: "proof.none_fits" },
      params: {
        resi: leftOut
          .map((one) => one.resi)
          .slice(0, 5)
          .join(", "),
      },
    });
  return insertProof(tx, {
    seller_org_id: actor.organisationId,
    seller_name: actor.organisationName,
    courier_id: first.courier_id,
    made_by_user_id: actor.userId,
    made_by_name: actor.name,
    made_at: ctx.clock.now(),
    client_id: input.clientId,
    fingerprint,
    body: input.body,
    left_out: JSON.stringify(leftOut),
  });
}

/**
 * Shows one hand-over photo for many resi of one courier: each gets its own entry, in a report that is open or one
 * that is filed now. What does not fit is named and left out.
 * @returns the id of the proof.
 */
export async function shareProof(
  ctx: AppContext,
  actor: Actor,
  input: ShareProof,
): Promise<{ id: string }> {
  if (actor.kind !== "seller") throw forbidden("report.sellers_only");
  return ctx.db.as(actor, async (tx) => {
    const uploads = await requireUploads(tx, actor, input.upload);
    const fingerprint = fingerprintOfProof(input, uploads);
    const before = await findBefore(ctx, tx, actor, input.clientId, fingerprint);
    if (before) return { id: before };
    const gathered = await gatherReports(ctx, tx, actor, input);
    const made = await insert(ctx, tx, actor, input, fingerprint, gathered);
    // Who waited for the parcels meanwhile finds what was sent at the same time.
    const id = made?.id ?? (await findBefore(ctx, tx, actor, input.clientId, fingerprint));
    if (!id) throw new Error("A proof was neither new nor there");
    if (!made) return { id };
    const { reports } = gathered;
    const links = [];
    for (const report of reports)
      links.push(
        await showIn(ctx, tx, actor, report, { id, count: reports.length, input, uploads }),
      );
    await insertProofLinks(tx, links);
    return { id };
  });
}
