import type { Category } from "./categories.ts";
import type { ClockExplanation } from "./clock-views.ts";
import type { DisputeState, DisputeVerdict } from "./disputes.ts";
import type { InstructionCode, PromiseOutcome } from "./instructions.ts";
import type { AuthorSide, Side } from "./parties.ts";
import type { Resolution } from "./reports.ts";
import type { TimeZone } from "./services.ts";
import type { Meaning, Stage } from "./stages.ts";
import type { Instant } from "./views.ts";

/** The one sentence on top of the timeline. Durations in whole minutes. */
export type Verdict =
  | { kind: "within"; deadlineAt: Instant; leftMinutes: number }
  | { kind: "late"; deadlineAt: Instant; lateMinutes: number }
  | { kind: "picked_up"; deadlineAt: Instant; at: Instant; lateMinutes: number }
  | { kind: "scan_late"; deadlineAt: Instant; lateMinutes: number }
  | { kind: "scan_within"; deadlineAt: Instant; leftMinutes: number }
  | { kind: "final"; stage: Stage; at: Instant }
  | { kind: "unknown" };

/** happened: filled · expected: hollow · missed: dashed */
export type TimelineMark = {
  id: string;
  at: Instant;
  state: "happened" | "expected" | "missed";
  lane: "clock" | "tracking" | "thread";
  /** The seller contests this failure: how far that is, or how it ended. */
  dispute?: Exclude<DisputeState, "decided"> | DisputeVerdict;
  what:
    | { type: "requested" }
    | { type: "cutoff" }
    | { type: "deadline" }
    | { type: "auto_cancel" }
    | { type: "warned" }
    | { type: "reply_late"; side: Side }
    | { type: "window"; end: Instant }
    | { type: "tracking"; meaning: Meaning; text: string; source: string; receivedAt: Instant }
    | { type: "filed"; category: Category }
    | { type: "promoted"; to: Category }
    | { type: "message"; side: AuthorSide; photos: number }
    | { type: "instruction"; side: AuthorSide; code: InstructionCode }
    | { type: "promise"; end: Instant; outcome: PromiseOutcome | null }
    | { type: "resolved"; by: Resolution }
    | { type: "reopened" }
    | { type: "cancelled" };
};

/** What one of the two trackings said last. */
export type StatusSaid = { stage: Stage; text: string; source: string; at: Instant };

/** The platform's status beside the courier's own: a difference is itself evidence. */
export type StatusPair = {
  platform: StatusSaid | null;
  courier: StatusSaid | null;
  /** Both have spoken, and do not agree on whether the courier has the parcel. */
  differ: boolean;
};

export type TimelineView = {
  zone: TimeZone;
  now: Instant;
  verdict: Verdict;
  marks: TimelineMark[];
  /** From the deadline to the custody scan, or to now. */
  late: { from: Instant; to: Instant } | null;
  /** Why the deadline is where it is; null where no policy applied. */
  clock: ClockExplanation | null;
  statuses: StatusPair;
  /** When the platform was last asked about this parcel; null: never. */
  checkedAt: Instant | null;
};
