import type { Category } from "./categories.ts";
import type { InstructionCode } from "./instructions.ts";
import type { AuthorSide } from "./parties.ts";
import type { Resolution } from "./reports.ts";
import type { TimeZone } from "./services.ts";
import type { Stage } from "./stages.ts";
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
  what:
    | { type: "requested" }
    | { type: "cutoff" }
    | { type: "deadline" }
    | { type: "auto_cancel" }
    | { type: "window"; end: Instant }
    | { type: "tracking"; stage: Stage; text: string; source: string; receivedAt: Instant }
    | { type: "filed"; category: Category }
    | { type: "promoted"; to: Category }
    | { type: "message"; side: AuthorSide; photos: number }
    | { type: "instruction"; side: AuthorSide; code: InstructionCode }
    | { type: "promise"; end: Instant }
    | { type: "resolved"; by: Resolution }
    | { type: "reopened" }
    | { type: "cancelled" };
};

export type TimelineView = {
  zone: TimeZone;
  now: Instant;
  verdict: Verdict;
  marks: TimelineMark[];
  /** From the deadline to the custody scan, or to now. */
  late: { from: Instant; to: Instant } | null;
};
