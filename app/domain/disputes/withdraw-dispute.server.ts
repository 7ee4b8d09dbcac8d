import type { AppContext, Tx } from "#app/context.ts";
import type { WithdrawDispute } from "#app/contracts/disputes.schema.ts";
import type { Actor } from "#app/contracts/parties.ts";
import { conflict, forbidden } from "#app/domain/errors.server.ts";
import { type Answer, appendAnswer } from "#app/domain/threads/append-answer.server.ts";
import type { DisputeRecord } from "#db/queries/disputes.ts";
import type { ReportRecord } from "#db/queries/reports.ts";
import type { EntryRef } from "#db/queries/threads.ts";
import { changeDispute } from "./change-dispute.server.ts";
import { mayWithdraw } from "./dispute-powers.server.ts";

export async function withdrawDispute(
  ctx: AppContext,
  tx: Tx,
  actor: Actor,
  report: ReportRecord,
  dispute: DisputeRecord,
  input: WithdrawDispute,
  { clientId, fingerprint }: Answer,
): Promise<EntryRef> {
  if (actor.kind !== "seller") throw forbidden("dispute.not_yours");
  if (!mayWithdraw(actor.kind, dispute)) throw conflict("dispute.moved");
  await changeDispute(ctx, tx, report, dispute, {
    state: "withdrawn",
    state_at: ctx.clock.now(),
    due_next_at: Number.POSITIVE_INFINITY,
  });
  return appendAnswer(
    ctx,
    tx,
    report,
    actor,
    { type: "dispute_withdrawn", reason: input.body },
    { kind: "dispute", side: actor.kind, step: "withdrawn" },
    { clientId, fingerprint },
  );
}
