import type { WaitingOn } from "../../contracts/parties.ts";
import type { LedgerTurn } from "../../contracts/views.ts";

export type LedgerSum = { holder: WaitingOn; ms: number; workedMs: number };

/** How long a turn lasted; one that still lasts, until now. */
export const lastedMs = ({ from, to, seconds }: LedgerTurn, now: number): number =>
  to ? seconds * 1000 : Math.max(0, now - Date.parse(from));

/** One sum for each side that held the ball, in the order of its first turn. */
export function sumTurns(turns: readonly LedgerTurn[], now: number): LedgerSum[] {
  const sums = new Map<WaitingOn, LedgerSum>();
  for (const turn of turns) {
    const sum = sums.get(turn.holder) ?? { holder: turn.holder, ms: 0, workedMs: 0 };
    sum.ms += lastedMs(turn, now);
    sum.workedMs += turn.workedSeconds * 1000;
    sums.set(turn.holder, sum);
  }
  return [...sums.values()];
}
