import type { AppContext } from "#app/context.ts";
import { findWaitingDeliveries, putOffDelivery } from "#db/queries/inbox.ts";
import { applyTracking } from "./apply-tracking.server.ts";

const BATCH = 100;

/** One that cannot be worked must not keep the others waiting; it is tried again later, and seen meanwhile. */
async function applyOne(ctx: AppContext, deliveryId: string): Promise<boolean> {
  try {
    return await applyTracking(ctx, { deliveryId });
  } catch (error) {
    ctx.log.error({ err: error, deliveryId }, "tracking delivery not worked");
    await ctx.db.as("system", (tx) => putOffDelivery(tx, deliveryId, ctx.clock.now()));
    return false;
  }
}

/** Works what has come in and waits. @returns how many were worked. */
export async function applyWaitingTracking(ctx: AppContext): Promise<number> {
  const now = ctx.clock.now();
  const ids = await ctx.db.as("system", (tx) => findWaitingDeliveries(tx, now, BATCH));
  let worked = 0;
  for (const deliveryId of ids) if (await applyOne(ctx, deliveryId)) worked += 1;
  return worked;
}
