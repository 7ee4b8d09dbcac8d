import type { CategoryRefusal } from "../contracts/filing-views.ts";
import type { Stage } from "../contracts/stages.ts";
import type { Instant, ParcelView } from "../contracts/views.ts";
import { useProblemWords } from "./use-problem-words.ts";

type Refusal = { reason: CategoryRefusal; stage?: Stage; unlocksAt?: Instant | null };

/** Why something cannot be filed, with the moment or stage that decides it. */
export function useRefusalWords(): (refusal: Refusal, parcel: ParcelView) => string {
  const words = useProblemWords();
  return ({ reason, stage, unlocksAt }, parcel) =>
    words.refusal(reason, {
      stage: stage ?? parcel.stage,
      unlocksAt: unlocksAt ?? "",
      zone: parcel.origin.zone,
    });
}
