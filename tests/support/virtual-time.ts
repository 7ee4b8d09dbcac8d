import type { Clock } from "#app/context.ts";

type Sleeper = { at: number; wake: () => void };

/** A clock and a sleep of its own, so that a test passes hours without waiting: whoever sleeps is woken in order. */
export function virtualTime(start: string) {
  let now = new Date(start).getTime();
  let sleepers: Sleeper[] = [];
  let flowing = true;

  function advance(ms: number) {
    now += ms;
    const due = sleepers.filter((one) => one.at <= now);
    sleepers = sleepers.filter((one) => one.at > now);
    for (const one of due.toSorted((a, b) => a.at - b.at)) one.wake();
  }

  function wakeNext() {
    if (sleepers.length > 0) advance(Math.max(0, Math.min(...sleepers.map((one) => one.at)) - now));
  }

  const clock: Clock = { now: () => new Date(now) };
  return {
    clock,
    advance,
    /** From here on sleepers wake only when the test advances. */
    stop() {
      flowing = false;
    },
    /** Milliseconds that each of those who sleep still has before it. */
    asleep: () => sleepers.map((one) => one.at - now),
    sleep: (ms: number, signal: AbortSignal) =>
      new Promise<void>((wake, fail) => {
        if (signal.aborted) return fail(signal.reason);
        const one = { at: now + ms, wake };
        sleepers.push(one);
        if (flowing) setImmediate(wakeNext);
        signal.addEventListener("abort", () => {
          sleepers = sleepers.filter((other) => other !== one);
          fail(signal.reason);
        });
      }),
  };
}
