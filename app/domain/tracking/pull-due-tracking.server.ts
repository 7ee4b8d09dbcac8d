import type { AppContext, TrackingPull } from "#app/context.ts";
import { type DuePull, markChecked, putOffPull, takeDuePulls } from "#db/queries/pulls.ts";
import { receiveTracking } from "./receive-tracking.server.ts";

const AT_ONCE = 8;
const MINUTE_MS = 60_000;
/** Parcels in a report are asked about this often. */
const EVERY_MS = 30 * MINUTE_MS;
const LEASE_MS = 5 * MINUTE_MS;

const later = (now: Date, milliseconds: number) => new Date(now.getTime() + milliseconds);

/** PostgreSQL keeps neither NUL nor half a surrogate pair, and a history is not to be lost for one. */
const storable = (body: unknown) =>
  JSON.stringify(body, (_key, value) =>
    typeof value === "string" ? value.toWellFormed().replaceAll("\0", "") : value,
  );

async function pullOne(ctx: AppContext, tracker: TrackingPull, due: DuePull): Promise<void> {
  const answer = await tracker.track(due.resi);
  const now = ctx.clock.now();
  if (answer.kind === "found") {
    const body = storable(answer.body);
    await receiveTracking(ctx, { source: "everpro", body, kind: "pull", resi: due.resi });
  }
  await ctx.db.as("system", async (tx) => {
    // "Terakhir dicek" is when an answer came, not when one was asked for.
    if (answer.kind === "unavailable")
      return putOffPull(tx, due, later(now, Math.max(answer.retryAfter, MINUTE_MS)));
    await markChecked(tx, due.parcel_id, now);
    return putOffPull(tx, due, later(now, EVERY_MS));
  });
}

/** Asks the platform about the parcels of open reports whose turn it is. One that fails stops no other. */
export async function pullDueTracking(ctx: AppContext): Promise<number> {
  const { tracker } = ctx;
  if (!tracker) return 0;
  const now = ctx.clock.now();
  const due = await ctx.db.as("system", (tx) =>
    takeDuePulls(tx, now, later(now, LEASE_MS), AT_ONCE),
  );
  const done = await Promise.allSettled(due.map((one) => pullOne(ctx, tracker, one)));
  for (const one of done)
    if (one.status === "rejected") ctx.log.error({ err: one.reason }, "tracking not asked for");
  return due.length;
}
