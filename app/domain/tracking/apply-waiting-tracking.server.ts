import type { AppContext } from "#app/context.ts";
import { findWaitingDeliveries } from "#db/queries/tracking.ts";
import { applyTracking } from "./apply-tracking.server.ts";

/** A killed worker's jobs stay locked for hours; deliveries older than this are worked without one. */
const GRACE_MS = 30_000;
const BATCH = 100;

export async function applyWaitingTracking(ctx: AppContext): Promise<void> {
  const before = new Date(ctx.clock.now().getTime() - GRACE_MS);
  const ids = await ctx.db.as("system", (tx) => findWaitingDeliveries(tx, before, BATCH));
  for (const deliveryId of ids) {
    // One that cannot be worked must not keep the others waiting.
    await applyTracking(ctx, { deliveryId }).catch((error) => {
      ctx.log.error({ err: error, deliveryId }, "tracking delivery not worked");
    });
  }
}
