/** Our tracking stages, in the order of a parcel's life. */
export const STAGES = [
  "order_created",
  "pickup_requested",
  "dropoff_pending",
  "pickup_in_progress",
  "pickup_rescheduled",
  "pickup_failed",
  "pickup_failed_final",
  "picked_up",
  "dropped_off",
  "in_transit",
  "out_for_delivery",
  "delivered",
  "delivery_failed",
  "on_hold",
  "exception",
  "return",
  "returned",
  "lost",
  "cancel_requested",
  "cancelled",
  "unknown",
] as const;
export type Stage = (typeof STAGES)[number];

/** What one row of a source means: a stage, nothing for us, or that an earlier custody scan was withdrawn. */
export const MEANINGS = [...STAGES, "ignored", "custody_reversed"] as const;
export type Meaning = (typeof MEANINGS)[number];

const CUSTODY: ReadonlySet<Stage> = new Set([
  "picked_up",
  "dropped_off",
  "in_transit",
  "out_for_delivery",
  "delivered",
  "delivery_failed",
  "return",
  "returned",
]);
const FINAL: ReadonlySet<Stage> = new Set(["delivered", "returned", "lost", "cancelled"]);
const FAILED: ReadonlySet<Stage> = new Set(["pickup_failed", "pickup_failed_final"]);

/** The courier holds the parcel: the pick-up phase is over. */
export const isCustody = (stage: Stage) => CUSTODY.has(stage);
/** The order is over. "Attempts used up" is not. */
export const isFinal = (stage: Stage) => FINAL.has(stage);
export const isFailedAttempt = (stage: Stage) => FAILED.has(stage);
