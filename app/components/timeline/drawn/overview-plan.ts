import type { TimeZone } from "../../../contracts/services.ts";
import type { TimelineMark, TimelineView } from "../../../contracts/timeline-views.ts";
import type { Instant } from "../../../contracts/views.ts";
import type { OverviewFrame } from "../drawn-clock.ts";
import { placeIn, ROW } from "../overview-frame.ts";

type Reach = Pick<OverviewFrame, "from" | "to">;

/** Heights of the band of time and of a lane. */
export const BAND = 14;
export const LANE = 22;

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const MARGIN = 0.04;

/** When the pick-up phase was over; null while it lasts. */
function endOf({ verdict }: TimelineView): number | null {
  return verdict.kind === "picked_up" || verdict.kind === "final" ? Date.parse(verdict.at) : null;
}

/** From the request to limit, end or present, whichever is last, and a little more. */
function reachOf(timeline: TimelineView): Reach {
  const { verdict, marks, now } = timeline;
  const requested = marks.find(({ what }) => what.type === "requested");
  const limit = "deadlineAt" in verdict ? [verdict.deadlineAt] : limitsOf(marks);
  const from = Date.parse(requested?.at ?? marks[0]?.at ?? now);
  const last = Math.max(from + HOUR, endOf(timeline) ?? Date.parse(now), ...limit.map(Date.parse));
  return { from, to: last + (last - from) * MARGIN };
}

export function frameOf(timeline: TimelineView): OverviewFrame {
  const threatens = timeline.marks.some(({ what }) => what.type === "auto_cancel");
  const line = threatens ? 2 * ROW : ROW;
  const band = line + ROW + 8;
  const end = band + BAND + 2 * LANE + 8;
  return { ...reachOf(timeline), endedAt: endOf(timeline), line, band, end };
}

const limitsOf = (marks: TimelineMark[]): Instant[] =>
  marks.filter(({ what }) => what.type === "deadline").map(({ at }) => at);

export type Cluster = { x: number; marks: TimelineMark[] };

/** Percent of the narrowest picture in which two shapes would touch. */
const TOUCHING = 6.5;

/** Marks of a lane, those that would lie upon each other taken together. */
export function clustersOf(
  marks: TimelineMark[],
  lane: TimelineMark["lane"],
  reach: Reach,
): Cluster[] {
  const clusters: (Cluster & { first: number })[] = [];
  for (const mark of marks) {
    const time = Date.parse(mark.at);
    if (mark.lane !== lane || time > reach.to) continue;
    const x = placeIn(reach, time);
    const last = clusters.at(-1);
    if (last && x - last.first < TOUCHING) last.marks.push(mark);
    else clusters.push({ x, first: x, marks: [mark] });
  }
  return clusters;
}

/** One shape for all: what was missed is never hidden by what happened. */
export const stateOf = ({ marks }: Cluster): TimelineMark["state"] => {
  const has = (state: TimelineMark["state"]) => marks.some((mark) => mark.state === state);
  return has("missed") ? "missed" : has("happened") ? "happened" : "expected";
};

const OFFSET_HOURS: Record<TimeZone, number> = {
  "Asia/Jakarta": 7,
  "Asia/Pontianak": 7,
  "Asia/Makassar": 8,
  "Asia/Jayapura": 9,
};
const STEPS = [1, 2, 3, 6, 12, 24].map((hours) => hours * HOUR);
const MOST_TICKS = 5;
/** A label to the right of its tick needs so much room. */
const LAST_TICK = 84;

export type Tick = { at: Instant; x: number; isDay: boolean };

/** Round hours or midnights of the zone, as many as have room. */
export function ticksOf(reach: Reach, zone: TimeZone): Tick[] {
  const length = reach.to - reach.from;
  const step =
    STEPS.find((each) => length / each <= MOST_TICKS) ?? Math.ceil(length / DAY / MOST_TICKS) * DAY;
  const offset = OFFSET_HOURS[zone] * HOUR;
  const ticks: Tick[] = [];
  const first = Math.ceil((reach.from + offset) / step) * step - offset;
  for (let at = first; at < reach.to; at += step) {
    const x = placeIn(reach, at);
    if (x <= LAST_TICK)
      ticks.push({ at: new Date(at).toISOString(), x, isDay: (at + offset) % DAY === 0 });
  }
  return ticks;
}
