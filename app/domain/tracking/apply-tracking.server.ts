import type { AppContext, Tx } from "#app/context.ts";
import {
  findParcelOfScan,
  insertEvent,
  lockDelivery,
  markDeliveryWorked,
} from "#db/queries/tracking.ts";
import { moveParcel } from "./move-parcel.server.ts";
import type { Scan } from "./scan.server.ts";
import { isTrackingSource, TRACKING_SOURCES } from "./sources/index.server.ts";

type Delivery = NonNullable<Awaited<ReturnType<typeof lockDelivery>>>;

/** @returns the parcel that has something new. */
async function keepScan(tx: Tx, delivery: Delivery, scan: Scan): Promise<string | undefined> {
  const parcel = await findParcelOfScan(tx, scan.resi, scan.courier);
  const event = await insertEvent(tx, {
    inbox_id: delivery.id,
    source: delivery.source,
    identity: scan.identity,
    resi: scan.resi,
    parcel_id: parcel?.id ?? null,
    seller_org_id: parcel?.seller_org_id ?? null,
    courier_id: parcel?.courier_id ?? null,
    stage: scan.stage,
    raw_code: scan.rawCode,
    raw_text: scan.rawText,
    occurred_at: scan.occurredAt,
    received_at: delivery.received_at,
  });
  return event && parcel?.id;
}

/** Works one delivery; again, or by two workers at once, has one effect. */
export async function applyTracking(
  ctx: AppContext,
  { deliveryId }: { deliveryId: string },
): Promise<void> {
  await ctx.db.as("system", async (tx) => {
    const delivery = await lockDelivery(tx, deliveryId);
    if (!delivery || !isTrackingSource(delivery.source)) return;
    const scans = TRACKING_SOURCES[delivery.source](delivery.body) ?? [];
    const moved = new Set<string>();
    for (const scan of scans) {
      const parcelId = await keepScan(tx, delivery, scan);
      if (parcelId) moved.add(parcelId);
    }
    // In one order everywhere, so that two deliveries of the same parcels never wait for each other in a circle.
    for (const parcelId of [...moved].sort()) await moveParcel(ctx, tx, parcelId);
    await markDeliveryWorked(tx, delivery.id, ctx.clock.now());
  });
}
