import type { Ledger } from "./ledger.ts";
import type { Screen } from "./screen.ts";

/** For each screen and each message acknowledged since then: how long after its writer others had it, in milliseconds. */
export function measureLateness(ledger: Ledger, screens: Screen[], since = 0): number[] {
  const late: number[] = [];
  for (const screen of screens) {
    for (const [entryId, at] of screen.drawn) {
      const acked = ledger.ackedAt(entryId);
      if (acked !== undefined && acked >= since) late.push(Math.max(0, at - acked));
    }
  }
  return late;
}
