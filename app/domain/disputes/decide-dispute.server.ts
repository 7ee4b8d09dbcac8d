import type { AppContext, Tx } from "#app/context.ts";
import type { DecideDispute } from "#app/contracts/disputes.schema.ts";
import type { Actor } from "#app/contracts/parties.ts";
import { conflict, forbidden } from "#app/domain/errors.server.ts";
import { type Answer, appendAnswer } from "#app/domain/threads/append-answer.server.ts";
import type { DisputeRecord } from "#db/queries/disputes.ts";
import type { ReportRecord } from "#db/queries/reports.ts";
import type { EntryRef } from "#db/queries/threads.ts";
import { changeDispute } from "./change-dispute.server.ts";
import { mayDecide } from "./dispute-powers.server.ts";

/** CS decides on what they read: an answer that came meanwhile is read first, and the courier's time is not cut. */
function requireDecidable(actor: Actor, dispute: DisputeRecord, seen: DecideDispute["seen"]) {
  if (actor.kind !== "support") throw forbidden("dispute.not_yours");
  if (dispute.state === "open" && !mayDecide(actor.kind, dispute))
    throw conflict("dispute.too_early");
  if (!mayDecide(actor.kind, dispute) || dispute.state !== seen) throw conflict("dispute.moved");
}

export async function decideDispute(
  ctx: AppContext,
  tx: Tx,
  actor: Actor,
  report: ReportRecord,
  dispute: DisputeRecord,
  input: DecideDispute,
  { clientId, fingerprint }: Answer,
): Promise<EntryRef> {
  requireDecidable(actor, dispute, input.seen);
  const now = ctx.clock.now();
  await changeDispute(ctx, tx, report, dispute, {
    state: "decided",
    state_at: now,
    due_next_at: Number.POSITIVE_INFINITY,
    verdict: input.verdict,
    verdict_reason: input.body,
    decided_by: "support",
    decided_at: now,
    decided_by_name: actor.name,
  });
  return appendAnswer(
    ctx,
    tx,
    report,
    actor,
    { type: "dispute_decided", verdict: input.verdict, reason: input.body },
    { kind: "dispute", side: actor.kind, step: input.verdict },
    { clientId, fingerprint },
  );
}
