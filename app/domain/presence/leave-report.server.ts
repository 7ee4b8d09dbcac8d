import type { AppContext, Tx } from "#app/context.ts";
import type { Actor } from "#app/contracts/parties.ts";
import { deletePresences } from "#db/queries/presences.ts";

type Place = { report_id: string; seller_org_id: string; courier_id: string };

export const tellPresence = (ctx: AppContext, tx: Tx, places: Place[]) =>
  ctx.events.publish(
    tx,
    ...places.map((place) => ({
      type: "presence.changed" as const,
      reportId: place.report_id,
      sellerOrgId: place.seller_org_id,
      courierId: place.courier_id,
    })),
  );

/** A connection has left that report, or, without one, all that it had open. */
export async function leaveReport(
  ctx: AppContext,
  actor: Actor,
  connectionId: string,
  reportId?: string,
): Promise<void> {
  await ctx.db.as(actor, async (tx) => {
    await tellPresence(ctx, tx, await deletePresences(tx, actor, connectionId, reportId));
  });
}
