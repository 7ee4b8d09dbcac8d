import type { AppContext, Tx } from "#app/context.ts";
import type { PromiseWord } from "#app/contracts/instructions.ts";
import type { Actor } from "#app/contracts/parties.ts";
import type { TimeZone } from "#app/contracts/services.ts";
import { conflict, forbidden } from "#app/domain/errors.server.ts";
import { requireOpen } from "#app/domain/reports/lock-report.server.ts";
import { passTurn } from "#app/domain/reports/pass-turn.server.ts";
import { refreshDue } from "#app/domain/reports/refresh-due.server.ts";
import type { ReportRecord } from "#db/queries/reports.ts";
import type { EntryRef, InstructionRecord } from "#db/queries/threads.ts";
import { type Answer, appendAnswer } from "./append-answer.server.ts";
import { changeInstruction } from "./change-instruction.server.ts";
import { holderInDispute } from "./holder-in-dispute.server.ts";
import { turnAfterPromise } from "./next-turn.server.ts";
import { type Judged, outcomeAfter } from "./promise-outcome.server.ts";

/** Both sides of a promise may say how it went once its window is over, and CS. */
function requireWitness(actor: Actor, row: InstructionRecord, zone: TimeZone, now: Date) {
  if (!row.window_end) throw conflict("promise.none");
  if (actor.kind !== "support" && actor.kind !== row.from_side && actor.kind !== row.to_side)
    throw forbidden("instruction.not_allowed");
  if (now < row.window_end)
    throw conflict("promise.not_over", { params: { end: row.window_end.toISOString(), zone } });
  const isEnded = row.outcome === null && (row.state === "declined" || row.state === "done");
  if (isEnded) throw conflict("instruction.moved");
}

const stateOf = (row: InstructionRecord) => ({
  sellerSays: row.seller_says,
  courierSays: row.courier_says,
  outcome: row.outcome,
  outcomeBy: row.outcome_by,
});

/** A state that says the same as the outcome to whoever knows no outcomes. */
function columnsOf(judged: Judged, actor: Actor, now: Date) {
  if (!judged) return { state_at: now };
  const { outcome, by } = judged;
  const state = { kept: "done", broken: "expired", contested: "acknowledged" } as const;
  return {
    outcome,
    outcome_by: by,
    outcome_at: now,
    outcome_name: actor.name,
    state: state[outcome],
    state_at: now,
  };
}

function wordOf(actor: Actor, said: PromiseWord, now: Date) {
  if (actor.kind === "seller")
    return { seller_says: said, seller_said_at: now, seller_said_by: actor.name };
  if (actor.kind === "courier")
    return { courier_says: said, courier_said_at: now, courier_said_by: actor.name };
  return {};
}

const hasSaid = (actor: Actor, row: InstructionRecord, said: PromiseWord) =>
  (actor.kind === "seller" && row.seller_says === said) ||
  (actor.kind === "courier" && row.courier_says === said) ||
  (row.outcome === said && row.outcome_by === actor.kind);

/** One side says whether a promise was kept. The same word again changes nothing. */
export async function judgePromise(
  ctx: AppContext,
  tx: Tx,
  actor: Actor,
  report: ReportRecord,
  row: InstructionRecord,
  said: PromiseWord,
  answer: Answer,
): Promise<EntryRef | null> {
  const now = ctx.clock.now();
  requireWitness(actor, row, report.zone, now);
  if (hasSaid(actor, row, said)) return null;
  requireOpen(report);
  const judged = outcomeAfter(stateOf(row), actor.kind, said);
  if (judged === "settled") throw conflict("promise.settled");
  // The courier who agrees adds a word, and the outcome stays the seller's.
  const isNews = judged?.outcome !== row.outcome;
  await changeInstruction(ctx, tx, report, row, {
    // Who answers before the sweep asks needs no question.
    asked_at: row.asked_at ?? now,
    due_next_at: Number.POSITIVE_INFINITY,
    ...wordOf(actor, said, now),
    ...columnsOf(isNews ? judged : null, actor, now),
  });
  const outcome = judged?.outcome ?? null;
  const entry = await appendAnswer(
    ctx,
    tx,
    report,
    actor,
    { type: "promise_said", code: row.code, said, by: actor.kind, outcome },
    { kind: "promise", side: actor.kind, step: outcome ?? said },
    answer,
  );
  const turn = turnAfterPromise(report, outcome);
  await passTurn(ctx, tx, report, await holderInDispute(tx, report, turn));
  await refreshDue(tx, report);
  return entry;
}
