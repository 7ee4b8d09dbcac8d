import type { AppContext, Tx } from "#app/context.ts";
import { adoptEvents, lockParcel } from "#db/queries/tracking.ts";
import { moveParcel } from "./move-parcel.server.ts";

/** Tracking may speak of a parcel before the platform does: what was kept for its resi becomes its own. */
export async function adoptOrphanEvents(
  ctx: AppContext,
  tx: Tx,
  parcel: { id: string; resi: string },
): Promise<void> {
  const row = await lockParcel(tx, parcel.id);
  if (!row) return;
  const adopted = await adoptEvents(tx, {
    id: row.id,
    resi: row.resi,
    sellerOrgId: row.seller_org_id,
    courierId: row.courier_id,
    zone: row.zone,
  });
  if (adopted.length > 0) await moveParcel(ctx, tx, row.id);
}
