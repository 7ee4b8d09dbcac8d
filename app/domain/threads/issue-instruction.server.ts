import type { AppContext, Tx } from "#app/context.ts";
import { findInstruction, instructionsFor } from "#app/contracts/instructions.ts";
import type { Actor } from "#app/contracts/parties.ts";
import type { IssueInstruction } from "#app/contracts/threads.schema.ts";
import type { EntryView } from "#app/contracts/views.ts";
import { conflict } from "#app/domain/errors.server.ts";
import { attachUploads, requireUploads } from "#app/domain/photos/attach-uploads.server.ts";
import { lockReport, requireOpen } from "#app/domain/reports/lock-report.server.ts";
import { passTurn } from "#app/domain/reports/pass-turn.server.ts";
import { refreshDue } from "#app/domain/reports/refresh-due.server.ts";
import type { ReportRecord } from "#db/queries/reports.ts";
import { insertInstruction } from "#db/queries/threads.ts";
import { appendEntry } from "./append-entry.server.ts";
import { holderInDispute } from "./holder-in-dispute.server.ts";
import { presentOne } from "./load-entries.server.ts";
import { turnAfterInstruction } from "./next-turn.server.ts";
import { readDue } from "./read-due.server.ts";
import { type PromisedWindow, readPromisedWindow } from "./read-promise.server.ts";
import { findSentBefore, fingerprintOf } from "./sent-before.server.ts";

type CatalogueRow = NonNullable<ReturnType<typeof findInstruction>>;

/** Only what the catalogue offers that side for the category as it is now. */
function requireOffered(actor: Actor, report: ReportRecord, code: string): CatalogueRow {
  const offered = instructionsFor(actor.kind, report.category_reckoned).some(
    (row) => row.code === code,
  );
  const row = findInstruction(code);
  if (!offered || !row) throw conflict("instruction.not_allowed");
  return row;
}

async function keep(
  tx: Tx,
  ctx: AppContext,
  report: ReportRecord,
  entryId: string,
  row: CatalogueRow,
  input: IssueInstruction,
  window: PromisedWindow | null,
) {
  const due = window ? window.end : readDue(input, report.zone, ctx.clock.now());
  await insertInstruction(tx, {
    report_id: report.id,
    entry_id: entryId,
    seller_org_id: report.seller_org_id,
    courier_id: report.courier_id,
    code: row.code,
    from_side: row.from,
    to_side: row.to,
    detail: input.detail,
    due_at: due,
    due_next_at: due ?? Number.POSITIVE_INFINITY,
    state: "open",
    state_at: ctx.clock.now(),
    window_start: window?.start ?? null,
    window_end: window?.end ?? null,
    courier_name: input.courierName || null,
    courier_phone: input.courierPhone || null,
    courier_plate: input.courierPlate.toUpperCase() || null,
  });
}

/** A typed request, or a courier's promise, in the thread. Its addressee gets the ball; a promise keeps it with the courier. */
export async function issueInstruction(
  ctx: AppContext,
  actor: Actor,
  code: string,
  input: IssueInstruction,
): Promise<EntryView> {
  const { clientId, ...rest } = input;
  const fingerprint = fingerprintOf("instruction", rest);
  return ctx.db.as(actor, async (tx) => {
    const report = await lockReport(tx, actor, code);
    const sent = await findSentBefore(tx, actor, report, clientId, fingerprint);
    if (sent) return presentOne(tx, actor, report, sent);
    requireOpen(report);
    const row = requireOffered(actor, report, input.code);
    const window = row.promise ? readPromisedWindow(input, report.zone, ctx.clock.now()) : null;
    const uploads = await requireUploads(tx, actor, input.upload);
    const entry = await appendEntry(ctx, tx, report, {
      audience: "everyone",
      kind: "instruction",
      author: actor,
      body: input.detail,
      clientId,
      fingerprint,
      line: { kind: "instruction", side: actor.kind, code: row.code },
    });
    await keep(tx, ctx, report, entry.id, row, input, window);
    await attachUploads(ctx, tx, report, entry, uploads);
    const turn = turnAfterInstruction(report, row.to, window !== null);
    const holder = await holderInDispute(tx, report, turn);
    await passTurn(ctx, tx, report, holder, holder === turn ? window?.end : undefined);
    if (window) await refreshDue(tx, report);
    return presentOne(tx, actor, report, entry);
  });
}
