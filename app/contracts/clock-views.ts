import type { Instant } from "./views.ts";

/** Why a stretch of time counts, or does not. */
export const STRETCH_REASONS = [
  "counted",
  "after_cutoff",
  "sunday",
  "national_holiday",
  "courier_closure",
  "rescheduled",
] as const;
export type StretchReason = (typeof STRETCH_REASONS)[number];

export type Stretch = {
  from: Instant;
  to: Instant;
  counts: boolean;
  reason: StretchReason;
  /** Of the holiday or closure; empty where it has none. */
  name: string;
};

/** Why a deadline is where it is. Kept with the deadline, so that a later change of rules never rewrites it. */
export type ClockExplanation = {
  policy: { id: string; version: number };
  /** Last date of the holiday table then; null: it was empty. */
  calendarEnds: string | null;
  windowStart: Instant;
  cutOff: Instant | null;
  warnAt: Instant;
  deadline: Instant;
  autoCancelAt: Instant | null;
  /** From the request to the deadline without a gap. */
  stretches: Stretch[];
};
