import { isCustody, isFailedAttempt, isFinal, STAGES, type Stage } from "#app/contracts/stages.ts";

export type TrackedEvent = { stage: Stage; occurredAt: Date | null; receivedAt: Date };

export type FoldedStage = {
  stage: Stage;
  stageAt: Date | null;
  custodyAt: Date | null;
  failedAt: Date | null;
  finalAt: Date | null;
};

type Placed = { stage: Stage; at: Date };

/** A time before the request or after its own receipt is a wrong clock: the receipt stands for it. */
function placeInTime(event: TrackedEvent, requestedAt: Date): Placed {
  const at = event.occurredAt;
  const believable = at !== null && at >= requestedAt && at <= event.receivedAt;
  return { stage: event.stage, at: believable ? at : event.receivedAt };
}

const latest = (events: Placed[]) =>
  events.reduce<Placed | undefined>((a, b) => (a && a.at > b.at ? a : b), undefined);
const earliest = (events: Placed[]) =>
  events.reduce<Placed | undefined>((a, b) => (a && a.at <= b.at ? a : b), undefined);

/**
 * Where a parcel is, from all that was said of it. The order of arrival does not matter, and a late
 * word about the pick-up never takes a parcel back out of the courier's hands.
 */
export function foldStage(events: TrackedEvent[], requestedAt: Date, start: Stage): FoldedStage {
  const placed = events
    .filter((event) => event.stage !== "unknown")
    .map((event) => placeInTime(event, requestedAt))
    .sort(
      (a, b) =>
        a.at.getTime() - b.at.getTime() || STAGES.indexOf(a.stage) - STAGES.indexOf(b.stage),
    );
  const custody = earliest(placed.filter((event) => isCustody(event.stage)));
  const final = latest(placed.filter((event) => isFinal(event.stage)));
  const failed = latest(
    placed.filter((event) => isFailedAttempt(event.stage) && (!custody || event.at < custody.at)),
  );
  const counted = custody
    ? placed.filter((event) => event.at >= custody.at && !isBeforePickup(event.stage))
    : placed;
  const current = final ?? latest(counted) ?? { stage: start, at: requestedAt };
  return {
    stage: current.stage,
    stageAt: current.at,
    custodyAt: custody?.at ?? null,
    failedAt: failed?.at ?? null,
    finalAt: final?.at ?? null,
  };
}

const BEFORE_PICKUP: ReadonlySet<Stage> = new Set([
  "order_created",
  "pickup_requested",
  "dropoff_pending",
  "pickup_in_progress",
  "pickup_rescheduled",
  "pickup_failed",
  "pickup_failed_final",
  "cancel_requested",
]);

const isBeforePickup = (stage: Stage) => BEFORE_PICKUP.has(stage);
