import type { AppContext } from "#app/context.ts";
import type { InstructionState } from "#app/contracts/instructions.ts";
import type { Actor } from "#app/contracts/parties.ts";
import type { MoveInstruction } from "#app/contracts/threads.schema.ts";
import type { EntryView } from "#app/contracts/views.ts";
import { conflict, forbidden, notFound } from "#app/domain/errors.server.ts";
import { lockReport, requireOpen } from "#app/domain/reports/lock-report.server.ts";
import { passTurn } from "#app/domain/reports/pass-turn.server.ts";
import { refreshDue } from "#app/domain/reports/refresh-due.server.ts";
import {
  findInstructionForUpdate,
  type InstructionRecord,
  updateInstruction,
} from "#db/queries/threads.ts";
import { appendEntry } from "./append-entry.server.ts";
import { presentOne } from "./load-entries.server.ts";
import { turnAfterState } from "./next-turn.server.ts";

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

function requireNext(row: InstructionRecord, to: InstructionState) {
  if (!NEXT[row.state].includes(to))
    throw conflict("instruction.moved", { params: { state: row.state } });
}

/** open → acknowledged → done or declined. The same move again changes nothing and is no error. */
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
    requireMover(actor, row, input.state);
    if (row.state === input.state) return null;
    requireOpen(report);
    requireNext(row, input.state);
    await updateInstruction(tx, row.id, { state: input.state, state_at: ctx.clock.now() });
    const event = {
      type: "instruction_state",
      code: row.code,
      state: input.state,
      reason: input.reason,
    } as const;
    const entry = await appendEntry(ctx, tx, report, {
      audience: "everyone",
      kind: "event",
      author: actor,
      event,
      line: { kind: "event", side: actor.kind, event: event.type },
    });
    await passTurn(
      ctx,
      tx,
      report,
      turnAfterState(report, row.from_side, row.to_side, actor.kind, input.state),
      row.window_end && input.state !== "acknowledged" ? ctx.clock.now() : undefined,
    );
    if (row.window_end) await refreshDue(tx, report);
    return presentOne(tx, report, entry);
  });
}
