import type { Clock } from "#app/context.ts";

/** Runs on from `start`, as a clock on a wall would. */
export function tickingClock(start: string): Clock {
  const begin = new Date(start).getTime();
  const origin = performance.now();
  return { now: () => new Date(begin + performance.now() - origin) };
}
