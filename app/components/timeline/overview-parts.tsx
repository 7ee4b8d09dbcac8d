import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { TimeZone } from "../../contracts/services.ts";
import type { TimelineView } from "../../contracts/timeline-views.ts";
import { useTimeWords } from "../../hooks/use-time-words.ts";
import { MarkShape } from "./mark-shape.tsx";
import { wordMark } from "./mark-text.tsx";
import {
  anchorAt,
  clustersOf,
  type Reach,
  stateOf,
  type Tick as TickPlace,
} from "./overview-plan.ts";

const ROW = 18;
const BASELINE = 13;

type FlagProps = {
  /** Percent. */
  x: number;
  /** Which of the lines above the band. */
  line: number;
  bottom: number;
  /** How its rule down to the lanes looks; none: words alone. */
  rule: string | undefined;
  /** Top of the band, for a triangle upon it. */
  pointsAt?: number;
  className: string;
  children: ReactNode;
};

export function Flag({ x, line, bottom, rule, pointsAt, className, children }: FlagProps) {
  const top = line * ROW;
  const anchor = rule ? anchorAt(x) : x > 50 ? "end" : "start";
  return (
    <g>
      {rule && <line x1={`${x}%`} x2={`${x}%`} y1={top + ROW - 2} y2={bottom} className={rule} />}
      {pointsAt !== undefined && (
        <svg
          x={`${x}%`}
          y={pointsAt}
          overflow="visible"
          aria-hidden="true"
          className="fill-primary"
        >
          <path d="M-6-7h12L0 2z" />
        </svg>
      )}
      <text
        x={`${x}%`}
        y={top + BASELINE}
        textAnchor={anchor}
        suppressHydrationWarning
        className={`stroke-base-100 stroke-[5px] [paint-order:stroke] [stroke-linejoin:round] ${className}`}
      >
        {children}
      </text>
    </g>
  );
}

type TickProps = { tick: TickPlace; zone: TimeZone; top: number; bottom: number };

export function Tick({ tick, zone, top, bottom }: TickProps) {
  const time = useTimeWords();
  const words = tick.isDay ? time.weekday(tick.at, zone) : time.clock(tick.at, zone);
  return (
    <g className="fill-muted">
      <line
        x1={`${tick.x}%`}
        x2={`${tick.x}%`}
        y1={top}
        y2={bottom + BASELINE}
        className="stroke-base-300"
      />
      <text x={`${tick.x}%`} dx="4" y={bottom + BASELINE} suppressHydrationWarning>
        {words}
      </text>
    </g>
  );
}

type LaneProps = {
  lane: "tracking" | "thread";
  y: number;
  timeline: TimelineView;
  reach: Reach;
};

/** What happened in one lane; several at one place are one shape with their number. */
export function Lane({ lane, y, timeline, reach }: LaneProps) {
  const { t } = useTranslation();
  const time = useTimeWords();
  const clusters = clustersOf(timeline.marks, lane, reach);
  return (
    <g>
      <line x1="0" x2="100%" y1={y} y2={y} className="stroke-base-300" />
      {clusters.length === 0 && lane === "tracking" && (
        <text y={y + 4} className="fill-muted stroke-base-100 stroke-[5px] [paint-order:stroke]">
          {t("timeline.overview.noTracking")}
        </text>
      )}
      {clusters.map((cluster) => (
        <svg key={cluster.x} x={`${cluster.x}%`} y={y} overflow="visible">
          <title>
            {cluster.marks
              .map(({ what, at }) =>
                [wordMark(what, timeline.zone, t, time), time.day(at, timeline.zone)].join(", "),
              )
              .join("\n")}
          </title>
          <svg x="-8" y="-8" width="16" height="16" aria-hidden="true">
            <MarkShape state={stateOf(cluster)} />
          </svg>
          {cluster.marks.length > 1 && (
            <text x="8" y="4" className="stroke-base-100 stroke-[4px] [paint-order:stroke]">
              {cluster.marks.length}
            </text>
          )}
        </svg>
      ))}
    </g>
  );
}
