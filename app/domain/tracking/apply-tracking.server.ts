import type { AppContext, Tx } from "#app/context.ts";
import { type DeliveryRow, lockDelivery, markDelivery } from "#db/queries/inbox.ts";
import { holdParcels } from "#db/queries/parcels.ts";
import { hastenPulls } from "#db/queries/pulls.ts";
import { shareRules } from "#db/queries/rules.ts";
import {
  findKnownCouriers,
  findParcelOfScan,
  holdResi,
  insertEvent,
} from "#db/queries/tracking.ts";
import { moveParcel } from "./move-parcel.server.ts";
import { type ReadScan, readScans } from "./read-scans.server.ts";
import { timeIn } from "./source-time.server.ts";

type Parcel = Awaited<ReturnType<typeof findParcelOfScan>>;

/** Scans in one order, each with its parcel; resi first and parcels then are held before any row is written. */
async function holdAll(tx: Tx, scans: ReadScan[]): Promise<{ scan: ReadScan; parcel: Parcel }[]> {
  await holdResi(
    tx,
    scans.map((scan) => scan.resi),
  );
  const known = await findKnownCouriers(
    tx,
    scans.flatMap((scan) => scan.courier ?? []),
  );
  const placed: { scan: ReadScan; parcel: Parcel }[] = [];
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

const keepScan = (tx: Tx, delivery: DeliveryRow, scan: ReadScan, parcel: Parcel) =>
  insertEvent(tx, {
    inbox_id: delivery.id,
    source: delivery.source,
    identity: scan.identity,
    resi: scan.resi,
    parcel_id: parcel?.id ?? null,
    seller_org_id: parcel?.seller_org_id ?? null,
    courier_id: parcel?.courier_id ?? null,
    scan_courier: scan.courier,
    meaning: scan.meaning,
    vocabulary: scan.vocabulary,
    plain_code: scan.plainCode,
    plain_text: scan.plainText,
    mapping_id: scan.mappingId,
    raw_code: scan.rawCode,
    raw_text: scan.rawText,
    occurred_at: timeIn(scan.time, parcel?.zone ?? "Asia/Jakarta"),
    occurred_local: scan.time && "local" in scan.time ? scan.time.local : null,
    pulled: delivery.kind === "pull",
    received_at: delivery.received_at,
  });

async function work(ctx: AppContext, tx: Tx, delivery: DeliveryRow, scans: ReadScan[]) {
  const moved = new Set<string>();
  for (const { scan, parcel } of await holdAll(tx, scans)) {
    const event = await keepScan(tx, delivery, scan, parcel);
    if (event && parcel) moved.add(parcel.id);
  }
  for (const parcelId of [...moved].sort()) await moveParcel(ctx, tx, parcelId);
  if (delivery.source === "everpro" && delivery.kind === "webhook" && moved.size > 0)
    await hastenPulls(tx, [...moved], ctx.clock.now());
}

/**
 * Works one delivery; again, or by two workers at once, has one effect. One of an unknown form is kept for
 * support. @returns false where it is worked already, or somebody else is at it.
 */
export async function applyTracking(
  ctx: AppContext,
  { deliveryId }: { deliveryId: string },
): Promise<boolean> {
  return ctx.db.as("system", async (tx) => {
    await shareRules(tx);
    const delivery = await lockDelivery(tx, deliveryId);
    if (!delivery) return false;
    const scans = await readScans(tx, delivery);
    if (scans) await work(ctx, tx, delivery, scans);
    await markDelivery(tx, delivery.id, {
      worked_at: ctx.clock.now(),
      problem: scans ? null : "unreadable",
      row_count: scans?.length ?? null,
      unknown_count: scans?.filter((scan) => scan.meaning === "unknown").length ?? null,
    });
    return true;
  });
}
