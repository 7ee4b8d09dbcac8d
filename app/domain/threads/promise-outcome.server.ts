import type { OutcomeBy, PromiseOutcome, PromiseWord } from "#app/contracts/instructions.ts";
import type { Side } from "#app/contracts/parties.ts";

export type PromiseState = {
  sellerSays: PromiseWord | null;
  courierSays: PromiseWord | null;
  outcome: PromiseOutcome | null;
  outcomeBy: OutcomeBy | null;
};

export type Judged = { outcome: PromiseOutcome; by: OutcomeBy | null } | null;

function afterSeller({ courierSays, outcome }: PromiseState, said: PromiseWord) {
  if (outcome !== null) return "settled";
  if (said === "broken" && courierSays === "kept")
    return { outcome: "contested", by: null } as const;
  return { outcome: said, by: "seller" } as const;
}

/** The seller's "broken" stands until the courier says otherwise; what the courier admits stands at once. */
function afterCourier({ outcome, outcomeBy }: PromiseState, said: PromiseWord) {
  if (outcome === "broken" && outcomeBy === "seller")
    return said === "kept"
      ? ({ outcome: "contested", by: null } as const)
      : ({ outcome, by: outcomeBy } as const);
  if (outcome !== null) return "settled";
  return said === "broken" ? ({ outcome: said, by: "courier" } as const) : null;
}

/** What one more word makes of a promise; null: nobody knows yet. CS decides what two sides see differently, or nobody said. */
export function outcomeAfter(
  promise: PromiseState,
  by: Side,
  said: PromiseWord,
): Judged | "settled" {
  if (by === "seller") return afterSeller(promise, said);
  if (by === "courier") return afterCourier(promise, said);
  const isOpen = promise.outcome === null || promise.outcome === "contested";
  return isOpen ? { outcome: said, by: "support" } : "settled";
}
