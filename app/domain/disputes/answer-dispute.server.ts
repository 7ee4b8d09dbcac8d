import type { AppContext, Tx } from "#app/context.ts";
import type { AnswerDispute } from "#app/contracts/disputes.schema.ts";
import type { Actor } from "#app/contracts/parties.ts";
import { conflict, forbidden, invalid } from "#app/domain/errors.server.ts";
import { type Answer, appendAnswer } from "#app/domain/threads/append-answer.server.ts";
import type { DisputeRecord } from "#db/queries/disputes.ts";
import type { ReportRecord } from "#db/queries/reports.ts";
import type { EntryRef } from "#db/queries/threads.ts";
import { changeDispute } from "./change-dispute.server.ts";
import { mayAnswer } from "./dispute-powers.server.ts";

/** A courier who accepts has decided against themselves. */
const verdictOf = ({ said }: AnswerDispute, actor: Actor, now: Date) =>
  said === "stands"
    ? ({ state: "answered" } as const)
    : ({
        state: "decided",
        verdict: "seller_right",
        verdict_reason: "",
        decided_by: "courier",
        decided_at: now,
        decided_by_name: actor.name,
      } as const);

/** The courier stands by the reason, with words and at least one photo, or accepts the claim. */
export async function answerDispute(
  ctx: AppContext,
  tx: Tx,
  actor: Actor,
  report: ReportRecord,
  dispute: DisputeRecord,
  input: AnswerDispute,
  answer: Answer,
): Promise<EntryRef> {
  if (actor.kind !== "courier") throw forbidden("dispute.not_yours");
  if (!mayAnswer(actor.kind, dispute)) throw conflict("dispute.moved");
  if (input.said === "stands" && !answer.uploads?.length)
    throw invalid("dispute.photo_required", { fields: { upload: "dispute.photo_required" } });
  const now = ctx.clock.now();
  const entry = await appendAnswer(
    ctx,
    tx,
    report,
    actor,
    { type: "dispute_answered", said: input.said },
    {
      kind: "dispute",
      side: actor.kind,
      step: input.said === "stands" ? "stands" : "seller_right",
    },
    answer,
  );
  await changeDispute(ctx, tx, report, dispute, {
    ...verdictOf(input, actor, now),
    state_at: now,
    due_next_at: Number.POSITIVE_INFINITY,
    answer: input.said,
    answer_body: input.body,
    answer_entry_id: entry.id,
    answered_at: now,
    answered_by_name: actor.name,
  });
  return entry;
}
