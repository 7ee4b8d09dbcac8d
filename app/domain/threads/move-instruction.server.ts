import type { AppContext, Tx } from "#app/context.ts";
import type { InstructionState } from "#app/contracts/instructions.ts";
import type { Actor } from "#app/contracts/parties.ts";
import type { MoveInstruction } from "#app/contracts/threads.schema.ts";
import type { EntryView } from "#app/contracts/views.ts";
import { conflict, forbidden, notFound } from "#app/domain/errors.server.ts";
import { requireUploads } from "#app/domain/photos/attach-uploads.server.ts";
import { lockReport, requireOpen } from "#app/domain/reports/lock-report.server.ts";
import { passTurn } from "#app/domain/reports/pass-turn.server.ts";
import { refreshDue } from "#app/domain/reports/refresh-due.server.ts";
import type { UploadRecord } from "#db/queries/photos.ts";
import type { ReportRecord } from "#db/queries/reports.ts";
import {
  type EntryRef,
  findInstructionForUpdate,
  type InstructionRecord,
} from "#db/queries/threads.ts";
import { type Answer, appendAnswer } from "./append-answer.server.ts";
import { changeInstruction } from "./change-instruction.server.ts";
import { holderInDispute } from "./holder-in-dispute.server.ts";
import { judgePromise } from "./judge-promise.server.ts";
import { presentOne } from "./load-entries.server.ts";
import { turnAfterState } from "./next-turn.server.ts";
import { requireProofOf } from "./require-proof-of.server.ts";
import { findSentBefore, fingerprintOf } from "./sent-before.server.ts";

type Moved = Exclude<MoveInstruction["state"], "kept" | "broken">;

const NEXT: Record<InstructionState, readonly InstructionState[]> = {
  open: ["acknowledged", "done", "declined"],
  acknowledged: ["done", "declined"],
  done: [],
  declined: [],
  expired: [],
};

/** The addressee moves an instruction, or CS for them; its issuer may only say that a promise of theirs is kept. */
function requireMover(actor: Actor, row: InstructionRecord, to: InstructionState) {
  const keepsOwnPromise = row.window_end !== null && to === "done" && actor.kind === row.from_side;
  if (actor.kind === row.to_side || actor.kind === "support" || keepsOwnPromise) return;
  throw forbidden("instruction.not_allowed");
}

function requireNext(row: InstructionRecord, to: InstructionState, now: Date) {
  if (!NEXT[row.state].includes(to))
    throw conflict("instruction.moved", { params: { state: row.state } });
  // At its end, and not only once the sweep has asked: both sides must be heard.
  if (row.asked_at || (row.window_end && now >= row.window_end)) throw conflict("promise.over");
}

/** A promise that is done before its end was kept, by the word of whoever says so. */
function columnsOf(actor: Actor, row: InstructionRecord, state: Moved, now: Date) {
  const moved = { state, state_at: now };
  if (state === "acknowledged") return moved;
  const ended = { ...moved, due_next_at: Number.POSITIVE_INFINITY };
  if (row.window_end === null || state === "declined") return ended;
  return {
    ...ended,
    outcome: "kept" as const,
    outcome_by: actor.kind,
    outcome_at: now,
    outcome_name: actor.name,
  };
}

async function move(
  ctx: AppContext,
  tx: Tx,
  actor: Actor,
  report: ReportRecord,
  row: InstructionRecord,
  state: Moved,
  reason: string,
  answer: Answer,
): Promise<EntryRef | null> {
  requireMover(actor, row, state);
  if (row.state === state) return null;
  requireOpen(report);
  const now = ctx.clock.now();
  requireNext(row, state, now);
  const { body = "", uploads = [] } = answer;
  if (state === "done") requireProofOf(row.code, { body, photos: uploads.length });
  await changeInstruction(ctx, tx, report, row, columnsOf(actor, row, state, now));
  const entry = await appendAnswer(
    ctx,
    tx,
    report,
    actor,
    { type: "instruction_state", code: row.code, state, reason },
    row.window_end && state === "done"
      ? { kind: "promise", side: actor.kind, step: "kept" }
      : { kind: "event", side: actor.kind, event: "instruction_state" },
    answer,
  );
  const turn = turnAfterState(report, row.from_side, row.to_side, actor.kind, state);
  const isOver = row.window_end !== null && state !== "acknowledged";
  await passTurn(
    ctx,
    tx,
    report,
    await holderInDispute(tx, report, turn),
    isOver ? now : undefined,
  );
  if (row.window_end) await refreshDue(tx, report);
  return entry;
}

const fingerprintOfMove = (id: string, input: MoveInstruction, uploads: UploadRecord[]) =>
  fingerprintOf(
    "move",
    id,
    input.state,
    input.reason,
    input.body ?? "",
    uploads.map((upload) => [upload.original_sha256, upload.purpose]),
  );

/** open → acknowledged → done or declined; of a promise, kept or broken. The same move again changes nothing and is no error. */
export async function moveInstruction(
  ctx: AppContext,
  actor: Actor,
  code: string,
  id: string,
  input: MoveInstruction,
): Promise<EntryView | null> {
  return ctx.db.as(actor, async (tx) => {
    const report = await lockReport(tx, actor, code);
    const row = await findInstructionForUpdate(tx, actor, report.id, id);
    if (!row) throw notFound();
    const { clientId, state, reason, body } = input;
    const uploads = await requireUploads(tx, actor, input.upload ?? []);
    const fingerprint = fingerprintOfMove(id, input, uploads);
    const sent = clientId && (await findSentBefore(tx, actor, report, clientId, fingerprint));
    if (sent) return presentOne(tx, actor, report, sent);
    const answer = { body, uploads, clientId, fingerprint };
    const entry =
      state === "kept" || state === "broken"
        ? await judgePromise(ctx, tx, actor, report, row, state, answer)
        : await move(ctx, tx, actor, report, row, state, reason, answer);
    return entry && presentOne(tx, actor, report, entry);
  });
}
