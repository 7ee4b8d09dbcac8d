import type { Meaning } from "#app/contracts/stages.ts";
import { isCustody, isFailedAttempt, isFinal, STAGES, type Stage } from "#app/contracts/stages.ts";

export type TrackedEvent = {
  meaning: Meaning;
  occurredAt: Date | null;
  receivedAt: Date;
  /** A reversal of what was known when it was said, and of nothing that is heard later. */
  byReceipt?: boolean;
};

export type FoldedStage = {
  stage: Stage;
  stageAt: Date | null;
  custodyAt: Date | null;
  failedAt: Date | null;
  finalAt: Date | null;
};

export type ToldStage = { stage: Stage; custody: boolean };

type Placed = TrackedEvent & { at: Date };

const beginsCustody = (meaning: Meaning) =>
  meaning !== "ignored" && meaning !== "custody_reversed" && isCustody(meaning);

/** Couriers write "failed pick-up" for a failed delivery too: only the sequence tells them apart. */
function stageInSequence(meaning: Meaning, held: boolean, start: Stage): Stage {
  if (meaning === "ignored") return "unknown";
  if (meaning === "custody_reversed") return start;
  return held && isFailedAttempt(meaning) ? "delivery_failed" : meaning;
}

/**
 * The stage of each row in its sequence, the oldest first, and whether the courier has had the parcel
 * since. A row from before the order begins nothing.
 */
export function tellStages(
  rows: readonly { meaning: Meaning; at: Date | null }[],
  orderedAt: Date | null,
  start: Stage = "pickup_requested",
): ToldStage[] {
  let custody = false;
  return rows.map(({ meaning, at }) => {
    const stage = stageInSequence(meaning, custody, start);
    const counts = at === null || orderedAt === null || at >= orderedAt;
    if (counts && meaning === "custody_reversed") custody = false;
    if (counts && beginsCustody(meaning)) custody = true;
    return { stage, custody };
  });
}

/** A time after its own receipt is a wrong clock, and none is no clock: the receipt stands for both. */
const place = (event: TrackedEvent): Placed => ({
  ...event,
  at:
    event.occurredAt && event.occurredAt <= event.receivedAt ? event.occurredAt : event.receivedAt,
});

/**
 * A time before the request is not believed, nor is what it says; but where nothing else tells of
 * custody, the courier has the parcel all the same, as of the receipt.
 */
function believe(events: readonly TrackedEvent[], requestedAt: Date): Placed[] {
  const isEarly = ({ occurredAt }: TrackedEvent) => occurredAt !== null && occurredAt < requestedAt;
  const placed = events.filter((event) => !isEarly(event)).map(place);
  if (placed.some(({ meaning }) => beginsCustody(meaning))) return placed;
  const reversed = placed.filter(({ meaning }) => meaning === "custody_reversed");
  const early = events.filter(
    (event) =>
      isEarly(event) &&
      beginsCustody(event.meaning) &&
      !reversed.some(({ receivedAt }) => receivedAt >= event.receivedAt),
  );
  return [...placed, ...early.map((event) => ({ ...event, at: event.receivedAt }))];
}

/** A reversal takes back all custody up to its time, or that was known by then, as if it had never been told. */
function withdrawReversed(events: Placed[]): Placed[] {
  const reversals = events.filter(({ meaning }) => meaning === "custody_reversed");
  const isWithdrawn = (event: Placed) =>
    reversals.some((one) =>
      one.byReceipt ? event.receivedAt <= one.receivedAt : event.at <= one.at,
    );
  return events.filter((event) => !(beginsCustody(event.meaning) && isWithdrawn(event)));
}

const RANKS: readonly Meaning[] = [...STAGES, "custody_reversed"];

/** No two different events are equal, so that any order of arrival ends in this one. */
const compare = (a: Placed, b: Placed) =>
  a.at.getTime() - b.at.getTime() ||
  (a.occurredAt ?? a.at).getTime() - (b.occurredAt ?? b.at).getTime() ||
  RANKS.indexOf(a.meaning) - RANKS.indexOf(b.meaning) ||
  Number(b.occurredAt === null) - Number(a.occurredAt === null);

/**
 * Where a parcel is, from all that was said of it. The order of arrival does not matter, and a late
 * word about the pick-up never takes a parcel back out of the courier's hands.
 */
export function foldStage(
  events: readonly TrackedEvent[],
  requestedAt: Date,
  start: Stage,
): FoldedStage {
  const said = events.filter(({ meaning }) => meaning !== "unknown" && meaning !== "ignored");
  const placed = withdrawReversed(believe(said, requestedAt)).sort(compare);
  const told = tellStages(placed, null, start);
  const rows = placed.map((event, index) => ({ ...event, ...(told[index] as ToldStage) }));
  const custody = rows.find((row) => row.custody);
  const final = rows.findLast((row) => isFinal(row.stage));
  const failed = rows.findLast((row) => isFailedAttempt(row.stage));
  const counted = custody ? rows.filter((row) => row.custody && !isLateWord(row)) : rows;
  const current = final ?? counted.at(-1) ?? { stage: start, at: requestedAt };
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

/** About the pick-up though the parcel is taken; a failure without a time of its own is one as well. */
const isLateWord = (row: TrackedEvent & ToldStage) =>
  BEFORE_PICKUP.has(row.stage) || (isFailedAttempt(row.meaning as Stage) && !row.occurredAt);
