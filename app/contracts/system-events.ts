import type { Category } from "./categories.ts";
import type { DisputeAnswer, DisputeStep, DisputeVerdict } from "./disputes.ts";
import type {
  InstructionCode,
  InstructionState,
  PromiseOutcome,
  PromiseWord,
} from "./instructions.ts";
import type { AuthorSide, Side } from "./parties.ts";
import type { ProofReason, ProofState } from "./proofs.ts";
import type { Resolution } from "./reports.ts";
import type { Stage } from "./stages.ts";
import type { Instant } from "./views.ts";

/** What a thread says by itself, worded by the browser in its language. */
export type SystemEvent =
  | { type: "filed"; category: Category; served: boolean }
  | { type: "instruction_state"; code: InstructionCode; state: InstructionState; reason: string }
  | { type: "promise_ended"; code: InstructionCode; windowEnd: Instant }
  | {
      type: "promise_said";
      code: InstructionCode;
      said: PromiseWord;
      by: Side;
      outcome: PromiseOutcome | null;
    }
  | { type: "promise_settled"; code: InstructionCode; outcome: PromiseWord; scannedAt: Instant }
  /** Another resi shows the same proof, or nearly the same; CS alone reads it. */
  | { type: "proof_repeated"; code: string; resi: string; same: boolean }
  /** One photo shown for many resi; this is one of them. */
  | { type: "proof_shared"; proofId: string; count: number }
  | { type: "proof_confirmed"; proofId: string }
  | { type: "proof_rejected"; proofId: string; cause: ProofReason; reason: string }
  | { type: "dispute_opened" }
  | { type: "dispute_answered"; said: DisputeAnswer }
  | { type: "dispute_passed" }
  | { type: "dispute_decided"; verdict: DisputeVerdict; reason: string }
  | { type: "dispute_withdrawn"; reason: string }
  | { type: "promoted"; from: Category; to: Category; deadlineAt: Instant }
  | {
      type: "resolved";
      by: Resolution;
      stage: Stage | null;
      scannedAt: Instant | null;
      /** Whole minutes from the report to the scan; null where no scan ended it. */
      minutes: number | null;
    }
  | { type: "recategorised"; from: Category; to: Category; reason: string }
  | { type: "reopened"; reason: string }
  | { type: "scan_reversed"; reason: string }
  | { type: "cancelled"; reason: string };

/** Free text as written, or a system / instruction line that the browser words in its language. */
export type LastLine =
  | { kind: "text"; side: AuthorSide; text: string }
  | { kind: "photos"; side: AuthorSide; count: number }
  | { kind: "deleted"; side: AuthorSide }
  | { kind: "instruction"; side: AuthorSide; code: InstructionCode }
  | { kind: "promise"; side: AuthorSide; step: PromiseOutcome | "asked" }
  | { kind: "dispute"; side: AuthorSide; step: DisputeStep }
  | { kind: "proof"; side: AuthorSide; step: ProofState }
  | { kind: "event"; side: AuthorSide; event: PlainEvent };

type PlainEvent = Exclude<
  SystemEvent["type"],
  `promise_${string}` | `dispute_${string}` | `proof_${string}`
>;
