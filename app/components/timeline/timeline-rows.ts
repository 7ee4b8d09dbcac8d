import type { Stretch } from "../../contracts/clock-views.ts";
import type { TimelineMark, TimelineView } from "../../contracts/timeline-views.ts";
import type { Instant } from "../../contracts/views.ts";

type Moment =
  | { kind: "mark"; id: string; at: Instant; mark: TimelineMark }
  | { kind: "idle"; id: string; at: Instant; stretch: Stretch }
  | { kind: "now"; id: "now"; at: Instant };

/** What the rail under a row shows: late time, hours that do not count, or neither. */
export type RailKind = "late" | "idle" | "plain";
export type TimelineRow = Moment & { below: RailKind };

/** Marks, hours that do not count and the present in one order, each knowing what time passes under it. */
export function timelineRows(timeline: TimelineView): TimelineRow[] {
  const { marks, now, late } = timeline;
  const idle = idleStretches(timeline);
  const moments: Moment[] = [
    ...marks.map((mark) => ({ kind: "mark" as const, id: mark.id, at: mark.at, mark })),
    ...idle.map((stretch) => ({
      kind: "idle" as const,
      id: `idle-${stretch.from}`,
      at: stretch.from,
      stretch,
    })),
    { kind: "now", id: "now", at: now },
  ];
  moments.sort((a, b) => Date.parse(a.at) - Date.parse(b.at) || RANK[a.kind] - RANK[b.kind]);
  return moments.map((moment, index) => {
    const next = moments[index + 1];
    const isLate = Boolean(late && next && isWithin(moment.at, next.at, late));
    const isIdle = idle.some((stretch) => begins(moment.at, stretch));
    return { ...moment, below: isLate ? "late" : isIdle ? "idle" : "plain" };
  });
}

/** The hours between request and deadline that do not count. */
export const idleStretches = ({ clock }: Pick<TimelineView, "clock">): Stretch[] =>
  clock?.stretches.filter((stretch) => !stretch.counts) ?? [];

/** At the same minute a mark opens the hours that follow it, and what happens now has happened. */
const RANK = { mark: 0, idle: 1, now: 2 } as const;

type Span = { from: Instant; to: Instant };

const isWithin = (from: Instant, to: Instant, span: Span) =>
  begins(from, span) && Date.parse(to) <= Date.parse(span.to);

const begins = (at: Instant, { from, to }: Span) =>
  Date.parse(at) >= Date.parse(from) && Date.parse(at) < Date.parse(to);

export const isRule = ({ what }: TimelineMark): boolean => what.type === "deadline";

const NOTABLE_DELAY_MS = 10 * 60 * 1000;

/** When tracking learned of it, where that was notably later than it happened. */
export function notableReceipt(mark: TimelineMark): Instant | null {
  if (mark.what.type !== "tracking") return null;
  const delay = Math.abs(Date.parse(mark.what.receivedAt) - Date.parse(mark.at));
  return delay > NOTABLE_DELAY_MS ? mark.what.receivedAt : null;
}
