import { createHash } from "node:crypto";
import type { AppContext } from "#app/context.ts";
import { invalid } from "#app/domain/errors.server.ts";
import { insertDelivery } from "#db/queries/tracking.ts";
import { TRACKING_SOURCES, type TrackingSource } from "./sources/index.server.ts";

/** Keeps the delivery as it came and works later, so that a slow database costs the sender nothing. */
export async function receiveTracking(
  ctx: AppContext,
  source: TrackingSource,
  body: unknown,
): Promise<{ duplicate: boolean }> {
  if (!TRACKING_SOURCES[source](body)) throw invalid("webhook.unreadable");
  const identity = createHash("sha256").update(JSON.stringify(body)).digest("hex");
  return ctx.db.as("system", async (tx) => {
    const delivery = await insertDelivery(tx, {
      source,
      identity,
      body,
      receivedAt: ctx.clock.now(),
    });
    if (!delivery) return { duplicate: true };
    await ctx.jobs.add(
      tx,
      "apply-tracking",
      { deliveryId: delivery.id },
      { key: `tracking:${delivery.id}` },
    );
    return { duplicate: false };
  });
}
