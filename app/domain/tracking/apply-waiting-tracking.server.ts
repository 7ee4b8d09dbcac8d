import type { AppContext } from "#app/context.ts";
import { findWaitingDeliveries, markDelivery } from "#db/queries/inbox.ts";
import { applyTracking } from "./apply-tracking.server.ts";

const BATCH = 100;

async function applyOne(ctx: AppContext, deliveryId: string) {
  try {
    await applyTracking(ctx, { deliveryId });
  } catch (error) {
    // One that cannot be worked must not keep the others waiting; it is tried again later, and seen meanwhile.
    ctx.log.error({ err: error, deliveryId }, "tracking delivery not worked");
    await ctx.db.as("system", (tx) =>
      markDelivery(tx, deliveryId, {
        worked_at: null,
        problem: "failed",
        row_count: null,
        unknown_count: null,
      }),
    );
  }
}

/** Works what has come in and waits. @returns how many. */
export async function applyWaitingTracking(ctx: AppContext): Promise<number> {
  const now = ctx.clock.now();
  const ids = await ctx.db.as("system", (tx) => findWaitingDeliveries(tx, now, BATCH));
  for (const deliveryId of ids) await applyOne(ctx, deliveryId);
  return ids.length;
}
