import type { AppContext, Tx } from "#app/context.ts";
import { recordOvertaken } from "#app/domain/pickup/record-moments.server.ts";
import { reopenByReversal } from "#app/domain/reports/reopen-by-reversal.server.ts";
import { resolveByTracking } from "#app/domain/reports/resolve-by-tracking.server.ts";
import { tellParcels } from "#app/domain/threads/tell-thread.server.ts";
import { restoreClock } from "#db/queries/moves.ts";
import { holdParcels } from "#db/queries/parcels.ts";
import { listEventsOfParcel, lockParcel, updateParcel } from "#db/queries/tracking.ts";
import { foldStage, type TrackedEvent } from "./fold-stage.server.ts";
import { maskPeople } from "./mask-people.server.ts";
import { SUPPORT_SOURCE } from "./scan.server.ts";

type Event = Awaited<ReturnType<typeof listEventsOfParcel>>[number];

/**
 * What is told while it happens is about this order, whatever its clock says; a history that was
 * asked for may hold the order that had the resi before.
 */
const toTracked = (event: Event, requestedAt: Date): TrackedEvent => ({
  meaning: event.meaning,
  occurredAt:
    !event.pulled && event.occurred_at && event.occurred_at < requestedAt
      ? null
      : event.occurred_at,
  receivedAt: event.received_at,
  byReceipt: event.source === SUPPORT_SOURCE,
});

/** What was said of the scan that was withdrawn last. CS writes for everybody, a courier does not. */
function reversalOf(events: Event[]): string {
  const last = events.findLast((event) => event.meaning === "custody_reversed");
  return last?.source === SUPPORT_SOURCE ? last.raw_text : maskPeople(last?.raw_text ?? "");
}

/** Reckons a parcel anew from all its events, and settles its open report if the pick-up is over. */
export async function moveParcel(ctx: AppContext, tx: Tx, parcelId: string): Promise<void> {
  await holdParcels(tx, [parcelId]);
  const parcel = await lockParcel(tx, parcelId);
  if (!parcel) return;
  const events = await listEventsOfParcel(tx, "system", parcelId);
  const start = parcel.service_kind === "drop_off" ? "dropoff_pending" : "pickup_requested";
  const folded = foldStage(
    events.map((event) => toTracked(event, parcel.requested_at)),
    parcel.requested_at,
    start,
  );
  const over = folded.custodyAt ?? folded.finalAt;
  if (over) await recordOvertaken(ctx, tx, parcelId, over);
  await updateParcel(tx, parcelId, {
    stage: folded.stage,
    stage_at: folded.stageAt,
    custody_at: folded.custodyAt,
    failed_at: folded.failedAt,
    final_at: folded.finalAt,
  });
  const wasOver = parcel.custody_at !== null || parcel.final_at !== null;
  if (wasOver && !over) {
    await restoreClock(tx, parcelId, ctx.clock.now());
    await reopenByReversal(ctx, tx, parcelId, reversalOf(events));
  }
  await resolveByTracking(ctx, tx, parcelId, { ...folded, wasOver });
  await tellParcels(ctx, tx, [parcel]);
}
