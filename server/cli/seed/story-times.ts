import type { ServiceKind } from "#app/contracts/services.ts";
import { atHour, MINUTE, plus, workingAfter, workingBefore } from "./clock.ts";
import type { SeedCourier } from "./hubs.ts";
import type { Random } from "./random.ts";
import { type DeadlineOf, findRequestTime } from "./requests.ts";
import type { Shop } from "./shops.ts";
import type { Beat, Script } from "./threads/script.ts";

export type StoryTimes = {
  requestedAt: Date;
  failedAt: Date;
  filedAt: Date;
  /** One for each beat. */
  beats: Date[];
};

export type Stage = { shop: Shop; courier: SeedCourier; now: Date; deadlineOf: DeadlineOf };

const serviceOf = (script: Script): ServiceKind => (script.dropOff ? "drop_off" : "regular");

/** Seconds, so that nobody answers on the full minute. */
const unevenly = (at: Date, random: Random) =>
  plus(at, random.int(1, 50) * 1000 - (at.getTime() % MINUTE));

/** Counted back from now: whatever the hour is, the last word was said a short while ago. */
function countBack(script: Script, beats: Beat[], now: Date) {
  const times: Date[] = [];
  let at = workingBefore(now, script.ago);
  for (const beat of beats.toReversed()) {
    times.unshift(at);
    at = workingBefore(at, beat.after);
  }
  return { filedAt: at, times };
}

function beforeFiling(script: Script, filedAt: Date, random: Random) {
  const failedAt = workingBefore(filedAt, random.int(25, 80));
  const handedOver = script.category === "scan_issue" ? (script.handedOver ?? 200) : 0;
  const latest = script.failed ? workingBefore(failedAt, 45) : workingBefore(filedAt, handedOver);
  return { failedAt, latest: plus(latest, -10 * MINUTE) };
}

/** Where the deadline must lie for the script to be true. */
function wishOf(script: Script, filedAt: Date, end: Date, now: Date) {
  const before = workingBefore(filedAt, 60);
  switch (script.clock) {
    case "open":
      return (deadline: Date) => deadline > now;
    case "kept":
      return (deadline: Date) => deadline > end;
    case "late":
      return (deadline: Date) => deadline < before;
    default:
      return () => true;
  }
}

function fitToNow(script: Script, beats: Beat[], stage: Stage, random: Random) {
  const { shop, courier, now, deadlineOf } = stage;
  const { filedAt, times } = countBack(script, beats, now);
  const { failedAt, latest } = beforeFiling(script, filedAt, random);
  const wish = wishOf(script, filedAt, times.at(-1) ?? filedAt, now);
  const request = { shop, courier, service: serviceOf(script), requestedAt: now } as const;
  const requestedAt = findRequestTime(request, latest, wish, deadlineOf, random);
  return requestedAt && { requestedAt, failedAt, filedAt, beats: times };
}

/** Counted from the last deadline after which the rest of the thread still fits. */
function fitToDeadline(script: Script, beats: Beat[], stage: Stage, random: Random) {
  const { shop, courier, now, deadlineOf } = stage;
  const turning = beats.findIndex((beat) => beat.act.kind === "deadline");
  const sum = (part: Beat[]) => part.reduce((minutes, beat) => minutes + beat.after, 0);
  for (let back = 1; back < 21; back += 1) {
    const requestedAt = atHour(now, shop.zone, -back, 9, random.int(0, 50));
    const deadline = deadlineOf({ shop, courier, service: serviceOf(script), requestedAt });
    if (!deadline) return undefined;
    const filedAt = workingBefore(deadline, sum(beats.slice(0, turning + 1)));
    const at = (index: number) =>
      index < turning
        ? workingAfter(filedAt, sum(beats.slice(0, index + 1)))
        : workingAfter(deadline, sum(beats.slice(turning + 1, index + 1)));
    const times = beats.map((_beat, index) => (index === turning ? deadline : at(index)));
    const { failedAt, latest } = beforeFiling(script, filedAt, random);
    const last = times.at(-1) ?? deadline;
    if (requestedAt < latest && last < plus(now, -5 * MINUTE))
      return { requestedAt, failedAt, filedAt, beats: times };
  }
  return undefined;
}

export function fitStory(script: Script, beats: Beat[], stage: Stage, random: Random): StoryTimes {
  const place = script.clock === "lapsed" ? fitToDeadline : fitToNow;
  const times = place(script, beats, stage, random);
  if (!times) throw new Error(`No time for this story: ${script.thread.trim().split("\n")[0]}`);
  return {
    ...times,
    filedAt: unevenly(times.filedAt, random),
    beats: times.beats.map((at) => unevenly(at, random)),
  };
}
