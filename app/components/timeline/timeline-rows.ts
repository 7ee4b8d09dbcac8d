import type { TimelineMark, TimelineView } from "../../contracts/timeline-views.ts";
import type { Instant } from "../../contracts/views.ts";

export type TimelineRow =
  | { kind: "mark"; id: string; at: Instant; mark: TimelineMark; isLateBelow: boolean }
  | { kind: "now"; id: "now"; at: Instant; isLateBelow: boolean };

/** Marks and the present in one order, each knowing whether the rail under it is late time. */
export function timelineRows({ marks, now, late }: TimelineView): TimelineRow[] {
  const moments = [
    ...marks.map((mark) => ({ kind: "mark" as const, id: mark.id, at: mark.at, mark })),
    { kind: "now" as const, id: "now" as const, at: now },
  ].sort((a, b) => Date.parse(a.at) - Date.parse(b.at) || rank(a) - rank(b));
  return moments.map((moment, index) => {
    const next = moments[index + 1];
    return { ...moment, isLateBelow: Boolean(late && next && isWithin(moment.at, next.at, late)) };
  });
}

/** At the same minute the present comes last: what happens now has happened. */
const rank = ({ kind }: { kind: "mark" | "now" }) => (kind === "now" ? 1 : 0);

const isWithin = (from: Instant, to: Instant, span: { from: Instant; to: Instant }) =>
  Date.parse(from) >= Date.parse(span.from) && Date.parse(to) <= Date.parse(span.to);

export const isRule = ({ what }: TimelineMark): boolean => what.type === "deadline";

const NOTABLE_DELAY_MS = 10 * 60 * 1000;

/** When tracking learned of it, where that was notably later than it happened. */
export function notableReceipt(mark: TimelineMark): Instant | null {
  if (mark.what.type !== "tracking") return null;
  const delay = Math.abs(Date.parse(mark.what.receivedAt) - Date.parse(mark.at));
  return delay > NOTABLE_DELAY_MS ? mark.what.receivedAt : null;
}
