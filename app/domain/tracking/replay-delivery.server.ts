import type { AppContext } from "#app/context.ts";
import type { Actor } from "#app/contracts/parties.ts";
import type { ReplayDelivery } from "#app/contracts/tracking.schema.ts";
import { notFound } from "#app/domain/errors.server.ts";
import { requireSupport } from "#app/domain/settings/require-admin.server.ts";
import { reopenDelivery } from "#db/queries/inbox.ts";
import { applyTracking } from "./apply-tracking.server.ts";

/** Works a delivery once more, by the tables as they are now. What it did already it does not do again. */
export async function replayDelivery(
  ctx: AppContext,
  actor: Actor,
  { id }: ReplayDelivery,
): Promise<void> {
  requireSupport(actor);
  const reopened = await ctx.db.as("system", (tx) => reopenDelivery(tx, id));
  if (!reopened) throw notFound();
  await applyTracking(ctx, { deliveryId: id });
}
