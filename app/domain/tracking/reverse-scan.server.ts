import { randomUUID } from "node:crypto";
import type { AppContext } from "#app/context.ts";
import type { Actor } from "#app/contracts/parties.ts";
import type { ReverseScan } from "#app/contracts/tracking.schema.ts";
import { conflict, forbidden, notFound } from "#app/domain/errors.server.ts";
import { insertDelivery, markDelivery } from "#db/queries/inbox.ts";
import { holdParcels } from "#db/queries/parcels.ts";
import { findReport } from "#db/queries/reports.ts";
import { shareRules } from "#db/queries/rules.ts";
import { insertEvent, lockParcel, retireTimeless } from "#db/queries/tracking.ts";
import { moveParcel } from "./move-parcel.server.ts";
import { SUPPORT_SOURCE } from "./scan.server.ts";

/** CS withdraws a wrong custody scan, with a reason: kept like any other word of tracking, and the report opens again. */
export async function reverseScan(
  ctx: AppContext,
  actor: Actor,
  code: string,
  { reason }: ReverseScan,
): Promise<void> {
  const report = await ctx.db.as(actor, (tx) => findReport(tx, actor, code));
  if (!report) throw notFound();
  if (actor.kind !== "support") throw forbidden("scan.support_only");
  await ctx.db.as("system", async (tx) => {
    await shareRules(tx);
    await holdParcels(tx, [report.parcel_id]);
    const parcel = await lockParcel(tx, report.parcel_id);
    if (!parcel?.custody_at) throw conflict("scan.none");
    const at = ctx.clock.now();
    const identity = randomUUID();
    const body = JSON.stringify({ reversed: parcel.resi, by: actor.name, reason });
    const delivery = await insertDelivery(tx, {
      source: SUPPORT_SOURCE,
      identity,
      kind: "webhook",
      resi: parcel.resi,
      body,
      receivedAt: at,
    });
    const inbox_id = delivery?.id ?? "";
    await retireTimeless(tx, parcel.id, identity);
    await insertEvent(tx, {
      inbox_id,
      source: SUPPORT_SOURCE,
      identity,
      resi: parcel.resi,
      parcel_id: parcel.id,
      seller_org_id: parcel.seller_org_id,
      courier_id: parcel.courier_id,
      scan_courier: null,
      meaning: "custody_reversed",
      vocabulary: SUPPORT_SOURCE,
      plain_code: "",
      plain_text: "",
      mapping_id: null,
      raw_code: "",
      raw_text: reason,
      occurred_at: at,
      occurred_local: null,
      pulled: false,
      received_at: at,
    });
    await markDelivery(tx, inbox_id, {
      worked_at: at,
      problem: null,
      row_count: 1,
      unknown_count: 0,
    });
    await moveParcel(ctx, tx, parcel.id);
  });
}
