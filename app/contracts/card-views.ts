import type { DisputeAnswer, DisputeState, DisputeSubject, DisputeVerdict } from "./disputes.ts";
import type {
  InstructionCode,
  InstructionState,
  OutcomeBy,
  PromiseOutcome,
  PromiseWord,
} from "./instructions.ts";
import type { Side } from "./parties.ts";
import type { Instant, PhotoView } from "./views.ts";

/** What one side said of a promise after its window. */
export type SaidView = { said: PromiseWord; name: string; at: Instant };

export type PromiseView = {
  windowStart: Instant;
  windowEnd: Instant;
  /** When both sides were asked; null: the window still runs, or it was settled before its end. */
  askedAt: Instant | null;
  sellerSaid: SaidView | null;
  courierSaid: SaidView | null;
  outcome: { result: PromiseOutcome; by: OutcomeBy | null; name: string; at: Instant } | null;
  courierName: string | null;
  courierPhone: string | null;
  courierPlate: string | null;
};

export type InstructionView = {
  id: string;
  code: InstructionCode;
  from: Side;
  to: Side;
  detail: string;
  dueAt: Instant | null;
  state: InstructionState;
  stateAt: Instant;
  promise: PromiseView | null;
};

/** A failure reason that the seller contests; the claim itself is the entry's body and photos. */
export type DisputeView = {
  id: string;
  subject: DisputeSubject & { reason: string; at: Instant };
  state: DisputeState;
  stateAt: Instant;
  /** When the courier should have answered; null: nobody waits for it. */
  answerDueAt: Instant | null;
  /** When it went to CS without the courier's answer. */
  passedAt: Instant | null;
  answer: {
    said: DisputeAnswer;
    body: string;
    name: string;
    at: Instant;
    photos: PhotoView[];
  } | null;
  decision: {
    verdict: DisputeVerdict;
    reason: string;
    by: "courier" | "support";
    name: string;
    at: Instant;
  } | null;
};

/** A failure that the seller may contest now. */
export type ContestableView = DisputeSubject & {
  id: string;
  reason: string;
  at: Instant;
  until: Instant;
};
