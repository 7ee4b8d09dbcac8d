import type { AppContext, Tx } from "#app/context.ts";
import type { Actor } from "#app/contracts/parties.ts";
import type { DecideProof } from "#app/contracts/proofs.schema.ts";
import type { SystemEvent } from "#app/contracts/system-events.ts";
import { forbidden, notFound } from "#app/domain/errors.server.ts";
import { passTurn } from "#app/domain/reports/pass-turn.server.ts";
import { appendEntry } from "#app/domain/threads/append-entry.server.ts";
import { holderInDispute } from "#app/domain/threads/holder-in-dispute.server.ts";
import { turnAfterMessage } from "#app/domain/threads/next-turn.server.ts";
import { findProof, lockAskedReports, updateProofLink } from "#db/queries/proofs.ts";
import type { ReportRecord } from "#db/queries/reports.ts";

const eventOf = (proofId: string, { to, reason, detail }: DecideProof): SystemEvent =>
  to === "confirmed"
    ? { type: "proof_confirmed", proofId }
    : { type: "proof_rejected", proofId, cause: reason ?? "other", reason: detail };

async function decideOne(
  ctx: AppContext,
  tx: Tx,
  actor: Actor,
  report: ReportRecord,
  proofId: string,
  input: DecideProof,
): Promise<boolean> {
  const isFirst = await updateProofLink(tx, actor, proofId, report.id, {
    state: input.to,
    reason: input.to === "rejected" ? (input.reason ?? "other") : null,
    detail: input.to === "rejected" ? input.detail : "",
    decided_at: ctx.clock.now(),
    decided_by_user_id: actor.userId,
    decided_by_name: actor.name,
  });
  if (!isFirst) return false;
  await appendEntry(ctx, tx, report, {
    audience: "everyone",
    kind: "event",
    author: actor,
    event: eventOf(proofId, input),
    line: { kind: "proof", side: actor.kind, step: input.to },
  });
  const next = await holderInDispute(tx, report, turnAfterMessage(report, actor.kind));
  await passTurn(ctx, tx, report, next);
  return true;
}

/**
 * The courier confirms or rejects some of the resi of a shared proof. What was answered before, also by somebody else
 * in the same moment, stays as it is; so do reports that have ended.
 */
export async function decideProof(
  ctx: AppContext,
  actor: Actor,
  proofId: string,
  input: DecideProof,
): Promise<{ decided: number; left: number }> {
  return ctx.db.as(actor, async (tx) => {
    if (!(await findProof(tx, actor, proofId))) throw notFound();
    if (actor.kind !== "courier") throw forbidden("proof.couriers_only");
    const reports = await lockAskedReports(tx, actor, proofId, input.report);
    let decided = 0;
    for (const report of reports)
      if (await decideOne(ctx, tx, actor, report, proofId, input)) decided += 1;
    return { decided, left: new Set(input.report).size - decided };
  });
}
