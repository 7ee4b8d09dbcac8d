import type { Span, Week } from "./calendar.server.ts";

/** How long a pick-up may take: to an hour of a later operating day, or so many counted minutes. */
export type PickupLimit =
  | { kind: "day"; days: number; minute: number }
  | { kind: "minutes"; minutes: number };

/** One version of a pick-up rule. Minutes of the day are origin-local. */
export type PickupPolicy = Week & {
  /** Service, after the courier and the region where it is only for them: "regular", "jne/regular/Bali". */
  id: string;
  version: number;
  /** From this minute on the next operating day counts; null: none. */
  cutoffMinute: number | null;
  /** Operating days from the day counted from to the day of the pick-up. */
  targetDays: number;
  /** When pick-ups of a day begin. */
  openingMinute: number;
  limit: PickupLimit;
  /** Times 24 hours, Sundays and national holidays not counted, until a marketplace cancels; null: never. */
  autoCancelDays: number | null;
  /** Warn when this share of the counted time is gone, or so long before, whichever is earlier. */
  warnShare: number;
  warnBeforeMinutes: number;
};

export const formatMinute = (minute: number, mark: "." | ":" = ".") =>
  [Math.floor(minute / 60), minute % 60].map((part) => String(part).padStart(2, "0")).join(mark);

/** Spans as people write them: "08.00-12.00, 13.00-17.00". */
export const formatSpans = (spans: readonly Span[]) =>
  spans.map(([from, to]) => `${formatMinute(from)}-${formatMinute(to)}`).join(", ");
