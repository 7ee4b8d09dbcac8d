import type { Side, WaitingOn } from "#app/contracts/parties.ts";
import type { TimelineMark } from "#app/contracts/timeline-views.ts";

/** A row of the append-only record. */
export type RecordedMoment = {
  id: string;
  clock: "pickup" | "reply";
  kind: "warn" | "breach";
  holder: WaitingOn;
  at: Date;
};

function whatOf({ clock, kind, holder }: RecordedMoment): TimelineMark["what"] | undefined {
  if (clock === "pickup") return kind === "warn" ? { type: "warned" } : undefined;
  return kind === "breach" && holder !== "nobody"
    ? { type: "reply_late", side: holder as Side }
    : undefined;
}

/** Warnings and late answers. The breach of the pick-up clock is the deadline's own mark. */
export const momentMarks = (moments: RecordedMoment[]): TimelineMark[] =>
  moments.flatMap((moment) => {
    const what = whatOf(moment);
    if (!what) return [];
    const state = what.type === "reply_late" ? "missed" : "happened";
    return [{ id: moment.id, at: moment.at.toISOString(), state, lane: "clock", what }];
  });
