import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { TimeZone } from "../../../contracts/services.ts";
import type { TimelineView } from "../../../contracts/timeline-views.ts";
import { useTimeWords } from "../../../hooks/use-time-words.ts";
import type { OverviewFrame } from "../drawn-clock.ts";
import { MarkShape } from "../mark-shape.tsx";
import { wordMark } from "../mark-text.tsx";
import { anchorAt, BASELINE, placeIn, ROW } from "../overview-frame.ts";
import { clustersOf, stateOf, type Tick as TickPlace } from "./overview-plan.ts";

type FlagProps = {
  at: number;
  /** Which of the lines above the band. */
  line: number;
  frame: OverviewFrame;
  /** How its rule down to the lanes looks; none: words alone. */
  rule: string | undefined;
  className: string;
  children: ReactNode;
};

export function Flag({ at, line, frame, rule, className, children }: FlagProps) {
  const percent = placeIn(frame, at);
  const x = `${percent}%`;
  const top = line * ROW;
  return (
    <g>
      {rule && <line x1={x} x2={x} y1={top + ROW - 2} y2={frame.end} className={rule} />}
      <text x={x} y={top + BASELINE} textAnchor={anchorAt(percent)} className={`halo ${className}`}>
        {children}
      </text>
    </g>
  );
}

type TickProps = { tick: TickPlace; zone: TimeZone; frame: OverviewFrame };

export function Tick({ tick, zone, frame }: TickProps) {
  const time = useTimeWords();
  const x = `${tick.x}%`;
  const foot = frame.end + BASELINE;
  return (
    <g className="fill-muted">
      <line x1={x} x2={x} y1={frame.band} y2={foot} className="stroke-base-300" />
      <text x={x} dx="4" y={foot}>
        {tick.isDay ? time.weekday(tick.at, zone) : time.clock(tick.at, zone)}
      </text>
    </g>
  );
}

type LaneProps = {
  lane: "tracking" | "thread";
  y: number;
  timeline: TimelineView;
  frame: OverviewFrame;
};

/** What happened in one lane; several at one place are one shape with their number. */
export function Lane({ lane, y, timeline, frame }: LaneProps) {
  const { t } = useTranslation();
  const time = useTimeWords();
  const clusters = clustersOf(timeline.marks, lane, frame);
  return (
    <g>
      <line x1="0" x2="100%" y1={y} y2={y} className="stroke-base-300" />
      {clusters.length === 0 && lane === "tracking" && (
        <text y={y + 4} className="halo fill-muted">
          {t("drawn.overview.noTracking")}
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
            <text x="8" y="4" className="halo">
              {cluster.marks.length}
            </text>
          )}
        </svg>
      ))}
    </g>
  );
}
