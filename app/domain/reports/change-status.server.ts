import type { AppContext, Tx } from "#app/context.ts";
import type { Actor } from "#app/contracts/parties.ts";
import type { ChangeStatus } from "#app/contracts/reports.schema.ts";
import type { SystemEvent } from "#app/contracts/system-events.ts";
import { conflict, forbidden } from "#app/domain/errors.server.ts";
import { appendEntry } from "#app/domain/threads/append-entry.server.ts";
import { holderInDispute } from "#app/domain/threads/holder-in-dispute.server.ts";
import { holderFor } from "#app/domain/threads/next-turn.server.ts";
import { wakeInstructions } from "#db/queries/instructions.ts";
import { holdParcels } from "#db/queries/parcels.ts";
import {
  findReport,
  isParcelAwaiting,
  type ReportRecord,
  updateReport,
} from "#db/queries/reports.ts";
import { shareRules } from "#db/queries/rules.ts";
import { closeReport } from "./close-report.server.ts";
import { lockReport, requireOpen } from "./lock-report.server.ts";
import { takeTurn } from "./pass-turn.server.ts";
import { refreshDue } from "./refresh-due.server.ts";
import { mayCancel, mayReopen, mayResolve } from "./report-powers.server.ts";

async function say(
  ctx: AppContext,
  tx: Tx,
  actor: Actor,
  report: ReportRecord,
  event: Extract<SystemEvent, { type: "resolved" | "cancelled" | "reopened" }>,
  reason: string,
) {
  await appendEntry(ctx, tx, report, {
    audience: "everyone",
    kind: "event",
    author: actor,
    body: reason,
    event,
    line: { kind: "event", side: actor.kind, event: event.type },
  });
}

async function resolve(
  ctx: AppContext,
  tx: Tx,
  actor: Actor,
  report: ReportRecord,
  reason: string,
) {
  requireOpen(report);
  if (!mayResolve(actor, report)) throw forbidden("report.not_yours_to_end");
  await say(
    ctx,
    tx,
    actor,
    report,
    { type: "resolved", by: actor.kind, stage: null, scannedAt: null, minutes: null },
    reason,
  );
  await closeReport(ctx, tx, report, { status: "resolved", resolution: actor.kind });
}

async function cancel(ctx: AppContext, tx: Tx, actor: Actor, report: ReportRecord, reason: string) {
  requireOpen(report);
  if (!mayCancel(actor, report)) throw forbidden("report.not_yours_to_end");
  await say(ctx, tx, actor, report, { type: "cancelled", reason }, reason);
  await closeReport(ctx, tx, report, { status: "cancelled", resolution: null });
}

async function reopen(ctx: AppContext, tx: Tx, actor: Actor, report: ReportRecord, reason: string) {
  if (report.status === "open") throw conflict("report.open_already");
  if (actor.kind === "courier") throw forbidden("report.not_yours_to_end");
  if (!mayReopen(actor, report, ctx.clock.now())) throw conflict("reopen.too_late");
  // With the courier's own scan in, only CS can find out why the seller still says no.
  const awaiting = await isParcelAwaiting(tx, report.parcel_id);
  const isForSupport = actor.kind === "support" || !awaiting;
  const holder = await holderInDispute(
    tx,
    report,
    isForSupport ? "support" : holderFor("courier", report.courier_served),
  );
  await updateReport(tx, report.id, {
    status: "open",
    resolution: null,
    resolved_at: null,
    ...(await takeTurn(ctx, tx, report, holder)),
  });
  await wakeInstructions(tx, report.id);
  if (awaiting) await refreshDue(tx, report);
  await say(ctx, tx, actor, report, { type: "reopened", reason }, reason);
}

/** A scan and a filing of the same parcel wait for a reopening, and it for them: parcels are held before reports are locked. */
async function holdParcelOf(tx: Tx, actor: Actor, code: string) {
  const report = await findReport(tx, actor, code);
  if (report) await holdParcels(tx, [report.parcel_id]);
}

const CHANGES = { resolve, cancel, reopen };

/** Resolve, cancel or reopen, with the entry that says so. */
export async function changeStatus(
  ctx: AppContext,
  actor: Actor,
  code: string,
  input: ChangeStatus,
): Promise<void> {
  try {
    await ctx.db.as(actor, async (tx) => {
      await shareRules(tx);
      if (input.to === "reopen") await holdParcelOf(tx, actor, code);
      const report = await lockReport(tx, actor, code);
      await CHANGES[input.to](ctx, tx, actor, report, input.reason);
    });
  } catch (error) {
    // The one thing that a reopen can collide with is a newer open report of the same parcel.
    if ((error as { constraint?: string }).constraint === "reports_one_open")
      throw conflict("report.newer_open");
    throw error;
  }
}
