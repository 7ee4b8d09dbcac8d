import type { Clock } from "#app/context.ts";

const LONGEST_WAIT_MS = 5_000;

export type Pace = ReturnType<typeof openPace>;

/** A token bucket that holds one second's turns; waiting callers keep their order. */
export function openPace(perSecond: number, clock: Clock) {
  const interval = 1000 / perSecond;
  const burst = Math.max(1, perSecond);
  let next = Number.NEGATIVE_INFINITY;

  return {
    /** Takes a turn and says in how many milliseconds it comes, or takes none where that is too long. */
    takeTurn(): { taken: boolean; wait: number } {
      const now = clock.now().getTime();
      const clockWasSetBack = next > now + LONGEST_WAIT_MS + interval;
      const fullBucket = now - (burst - 1) * interval;
      const at = clockWasSetBack ? fullBucket : Math.max(next, fullBucket);
      const wait = Math.max(0, at - now);
      const taken = wait <= LONGEST_WAIT_MS;
      if (taken) next = at + interval;
      return { taken, wait };
    },
  };
}
