import type { InstructionCode } from "./instructions.ts";
import type { Meaning } from "./stages.ts";

export const DISPUTE_STATES = ["open", "answered", "decided", "withdrawn"] as const;
export type DisputeState = (typeof DISPUTE_STATES)[number];

export const DISPUTE_ANSWERS = ["stands", "accepts"] as const;
export type DisputeAnswer = (typeof DISPUTE_ANSWERS)[number];

export const VERDICTS = ["seller_right", "courier_right", "unclear"] as const;
export type DisputeVerdict = (typeof VERDICTS)[number];

/** What a list says that happened in a dispute. */
export type DisputeStep = "opened" | "stands" | "passed" | "withdrawn" | DisputeVerdict;

/** An attempt that tracking told of, or an instruction in which the courier says that it failed. */
export type DisputeSubject =
  | { kind: "attempt"; code: Meaning }
  | { kind: "instruction"; code: InstructionCode };

/** Instructions of a courier that state a failure. */
export const FAILURE_CODES = [
  "FAILED_AGAIN",
  "OUT_OF_COVERAGE",
] as const satisfies readonly InstructionCode[];
