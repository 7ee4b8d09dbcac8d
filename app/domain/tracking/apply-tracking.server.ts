import type { AppContext, Tx } from "#app/context.ts";
import type { Stage } from "#app/contracts/stages.ts";
import { holdParcels } from "#db/queries/parcels.ts";
import {
  findKnownCouriers,
  findParcelOfScan,
  holdResi,
  insertEvent,
  lockDelivery,
  markDeliveryWorked,
} from "#db/queries/tracking.ts";
import { moveParcel } from "./move-parcel.server.ts";
import type { Scan } from "./scan.server.ts";
import { instantOf } from "./source-time.server.ts";
import { isTrackingSource, TRACKING_SOURCES } from "./sources/index.server.ts";

type Delivery = NonNullable<Awaited<ReturnType<typeof lockDelivery>>>;
type Parcel = Awaited<ReturnType<typeof findParcelOfScan>>;

/** Scans in one order, each with its parcel; resi first and parcels then are held before any row is written. */
async function holdAll(tx: Tx, scans: Scan[]): Promise<{ scan: Scan; parcel: Parcel }[]> {
  await holdResi(
    tx,
    scans.map((scan) => scan.resi),
  );
  const known = await findKnownCouriers(
    tx,
    scans.flatMap((scan) => scan.courier ?? []),
  );
  const placed: { scan: Scan; parcel: Parcel }[] = [];
  for (const read of scans.toSorted((a, b) => (a.identity < b.identity ? -1 : 1))) {
    const scan = {
      ...read,
      courier: read.courier && known.has(read.courier) ? read.courier : null,
    };
    placed.push({ scan, parcel: await findParcelOfScan(tx, scan.resi, scan.courier) });
  }
  await holdParcels(
    tx,
    placed.flatMap(({ parcel }) => parcel?.id ?? []),
  );
  return placed;
}

const stageOf = ({ meaning }: Scan): Stage =>
  meaning === "ignored" || meaning === "custody_reversed" ? "unknown" : meaning;

const keepScan = (tx: Tx, delivery: Delivery, scan: Scan, parcel: Parcel) =>
  insertEvent(tx, {
    inbox_id: delivery.id,
    source: delivery.source,
    identity: scan.identity,
    resi: scan.resi,
    parcel_id: parcel?.id ?? null,
    seller_org_id: parcel?.seller_org_id ?? null,
    courier_id: parcel?.courier_id ?? null,
    scan_courier: scan.courier,
    stage: stageOf(scan),
    raw_code: scan.rawCode,
    raw_text: scan.rawText,
    occurred_at: instantOf(scan.time, "Asia/Jakarta"),
    received_at: delivery.received_at,
  });

/** Works one delivery; again, or by two workers at once, has one effect. */
export async function applyTracking(
  ctx: AppContext,
  { deliveryId }: { deliveryId: string },
): Promise<void> {
  await ctx.db.as("system", async (tx) => {
    const delivery = await lockDelivery(tx, deliveryId);
    if (!delivery) return;
    const read = isTrackingSource(delivery.source) ? TRACKING_SOURCES[delivery.source] : undefined;
    const moved = new Set<string>();
    for (const { scan, parcel } of await holdAll(tx, read?.(delivery.body) ?? [])) {
      const event = await keepScan(tx, delivery, scan, parcel);
      if (event && parcel) moved.add(parcel.id);
    }
    for (const parcelId of [...moved].sort()) await moveParcel(ctx, tx, parcelId);
    await markDeliveryWorked(tx, delivery.id, ctx.clock.now());
  });
}
