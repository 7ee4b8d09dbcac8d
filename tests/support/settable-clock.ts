import type { Clock } from "#app/context.ts";

export type SettableClock = Clock & { set(at: string | Date): void; advance(ms: number): void };

/** Stands still until it is moved. */
export function settableClock(start: string): SettableClock {
  let at = new Date(start);
  return {
    now: () => new Date(at),
    set: (to) => {
      at = new Date(to);
    },
    advance: (ms) => {
      at = new Date(at.getTime() + ms);
    },
  };
}
