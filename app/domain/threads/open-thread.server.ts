import type { AppContext, Tx } from "#app/context.ts";
import type { Actor } from "#app/contracts/parties.ts";
import type { Cursor, ThreadView } from "#app/contracts/thread-views.ts";
import type { EntryView, LedgerView, ReportView } from "#app/contracts/views.ts";
import {
  type DisputeFacts,
  presentDisputes,
} from "#app/domain/disputes/present-disputes.server.ts";
import { notFound } from "#app/domain/errors.server.ts";
import { factsOf, presentParcel } from "#app/domain/pickup/present-parcel.server.ts";
import { listViewersOf } from "#app/domain/presence/list-viewers.server.ts";
import { categoryWhy } from "#app/domain/reports/category-why.server.ts";
import { presentLedger } from "#app/domain/reports/present-ledger.server.ts";
import { presentDue } from "#app/domain/reports/present-report-row.server.ts";
import { reportPowers } from "#app/domain/reports/report-powers.server.ts";
import { buildTimeline } from "#app/domain/timeline/build-timeline.server.ts";
import { findCursor } from "#db/queries/changes.ts";
import { listMoments } from "#db/queries/moments.ts";
import { findParcelsById, type ParcelRow } from "#db/queries/parcels.ts";
import { listMarks, type MarkRecord } from "#db/queries/read-marks.ts";
import { findReport, listBatch, type ReportRecord } from "#db/queries/reports.ts";
import { listEventsOfParcel } from "#db/queries/tracking.ts";
import { ENTRIES_A_PAGE } from "./entries-before.server.ts";
import { presentSeen } from "./list-seen.server.ts";
import { loadEntries } from "./load-entries.server.ts";
import { FROM_THE_END, pageEntries, takeLast } from "./page-entries.server.ts";

/** Entries that the timeline looks back over. */
const DRAWN_ENTRIES = 500;

type Batch = ReportView["batch"];

function presentReport(
  actor: Actor,
  report: ReportRecord,
  parcel: ParcelRow,
  batch: Batch,
  ledger: LedgerView,
  disputes: DisputeFacts,
  now: Date,
): ReportView {
  return {
    id: report.id,
    code: report.code,
    categoryFiled: report.category_filed,
    categoryReckoned: report.category_reckoned,
    categoryWhy: categoryWhy(report, factsOf(parcel)),
    status: report.status,
    resolution: report.resolution,
    resolvedAt: report.resolved_at?.toISOString() ?? null,
    waitingOn: report.waiting_on,
    waitingSince: report.waiting_since.toISOString(),
    ledger,
    due: presentDue(report),
    courierServed: report.courier_served,
    sellerName: report.seller_name,
    filedBy: report.filed_by_name,
    filedAt: report.filed_at.toISOString(),
    parcel: presentParcel(parcel),
    readiness: report.readiness,
    batch: batch.filter((mate) => mate.code !== report.code),
    disputes: disputes.lines,
    powers: reportPowers(actor, report, factsOf(parcel), disputes.powers, now),
  };
}

async function drawTimeline(
  tx: Tx,
  actor: Actor,
  report: ReportRecord,
  parcel: ParcelRow,
  entries: EntryView[],
  disputes: DisputeFacts,
  now: Date,
) {
  const events = await listEventsOfParcel(tx, actor, parcel.id);
  const facts = {
    ...factsOf(parcel),
    stage: parcel.stage,
    zone: parcel.zone,
    claimed: report.category_filed === "scan_issue",
    requestedAt: parcel.requested_at,
    windowStart: parcel.window_start,
    windowEnd: parcel.window_end,
    cutoffAt: parcel.cutoff_at,
    autoCancelAt: parcel.auto_cancel_at,
    clock: parcel.clock,
    checkedAt: parcel.checked_at,
  };
  const moments = await listMoments(tx, actor, parcel.id);
  return buildTimeline(facts, events, entries, moments, disputes.marks, now);
}

/** How far this actor had read, and in which turn. */
function ownReading(actor: Actor, marks: MarkRecord[]): { readUpTo: Cursor; readTurn: number } {
  const own = marks.filter((mark) => mark.user_id === actor.userId);
  const upTo = (audience: string) => own.find((mark) => mark.audience === audience)?.read_seq ?? 0;
  return {
    readUpTo: { everyone: upTo("everyone"), notes: upTo(actor.kind) },
    readTurn: Math.max(0, ...own.map((mark) => mark.turn)),
  };
}

/** A report with its thread and timeline, as this actor may see them. */
export async function openThread(ctx: AppContext, actor: Actor, code: string): Promise<ThreadView> {
  const now = ctx.clock.now();
  return ctx.db.as(actor, async (tx) => {
    const report = await findReport(tx, actor, code);
    if (!report) throw notFound();
    const [parcel] = await findParcelsById(tx, actor, [report.parcel_id]);
    if (!parcel) throw new Error(`Parcel of ${code} is gone`);
    const cursor = await findCursor(tx, actor, report.id);
    const drawn = await pageEntries(tx, actor, report.id, FROM_THE_END, DRAWN_ENTRIES);
    const entries = await loadEntries(tx, () => code, drawn.entries);
    const marks = await listMarks(tx, actor, report.id);
    const batch = await listBatch(tx, actor, report.batch_id);
    const disputes = await presentDisputes(tx, actor, report, parcel, now);
    const timeline = await drawTimeline(tx, actor, report, parcel, entries, disputes, now);
    const ledger = await presentLedger(tx, actor, report, now);
    const view = presentReport(actor, report, parcel, batch, ledger, disputes, now);
    return {
      report: view,
      ...takeLast(entries, ENTRIES_A_PAGE, drawn),
      cursor,
      seen: marks.map(presentSeen),
      present: await listViewersOf(tx, actor, report.id),
      ...ownReading(actor, marks),
      timeline,
    };
  });
}
