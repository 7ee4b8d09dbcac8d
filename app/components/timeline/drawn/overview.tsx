import { useTranslation } from "react-i18next";
import type { TimelineMark, TimelineView } from "../../../contracts/timeline-views.ts";
import { useTimeWords } from "../../../hooks/use-time-words.ts";
import type { OverviewFrame } from "../drawn-clock.ts";
import { HatchPatterns, usePatterns } from "../mark-shape.tsx";
import { placeIn, ROW } from "../overview-frame.ts";
import { idleStretches } from "../timeline-rows.ts";
import { useVerdictWords } from "../verdict-sentence.tsx";
import { Flag, Lane, Tick } from "./overview-parts.tsx";
import { BAND, frameOf, LANE, ticksOf } from "./overview-plan.ts";
import { useStretchWords } from "./use-stretch-words.ts";

export type PictureProps = { timeline: TimelineView; frame: OverviewFrame };

/** From the request to limit, end or present: one band of time and two lanes of what happened. */
export function Overview({ timeline }: { timeline: TimelineView }) {
  const { t } = useTranslation();
  const time = useTimeWords();
  const sentence = useVerdictWords(timeline.zone);
  const { zone } = timeline;
  const frame = frameOf(timeline);
  const height = frame.end + ROW;
  const day = (at: number) => time.day(new Date(at).toISOString(), zone);
  const label = t("drawn.overview.label", {
    from: day(frame.from),
    to: day(frame.to),
    verdict: sentence(timeline.verdict),
  });
  return (
    <div role="img" aria-label={label} className="flex">
      <svg width="72" height={height} aria-hidden="true" className="shrink-0 fill-muted">
        <LaneNames frame={frame} />
      </svg>
      <svg
        width="100%"
        height={height}
        overflow="visible"
        aria-hidden="true"
        className="min-w-0 flex-1 fill-base-content"
      >
        {ticksOf(frame, zone).map((tick) => (
          <Tick key={tick.at} tick={tick} zone={zone} frame={frame} />
        ))}
        <Band timeline={timeline} frame={frame} />
        <Lane lane="tracking" timeline={timeline} frame={frame} y={frame.band + BAND + 16} />
        <Lane lane="thread" timeline={timeline} frame={frame} y={frame.band + BAND + LANE + 16} />
        <Moments timeline={timeline} frame={frame} />
      </svg>
    </div>
  );
}

function LaneNames({ frame }: { frame: OverviewFrame }) {
  const { t } = useTranslation();
  const top = frame.band + BAND;
  return (
    <>
      <text y={top - 3}>{t("drawn.overview.clock")}</text>
      <text y={top + 20}>{t("drawn.overview.tracking")}</text>
      <text y={top + LANE + 20}>{t("drawn.overview.thread")}</text>
    </>
  );
}

const markOf = (marks: TimelineMark[], type: TimelineMark["what"]["type"]) =>
  marks.find(({ what }) => what.type === type);

/** Counted time plain up to the limit, hours that do not count hatched, late time hatched in red. */
function Band({ timeline, frame }: PictureProps) {
  const patterns = usePatterns();
  const words = useStretchWords(timeline.clock, timeline.zone);
  const { late } = timeline;
  const limit = markOf(timeline.marks, "deadline");
  const box = (from: number, to: number) => {
    const x = placeIn(frame, from);
    const width = Math.round((placeIn(frame, to) - x) * 100) / 100;
    return { x: `${x}%`, width: `${width}%`, y: frame.band, height: BAND };
  };
  const between = (span: { from: string; to: string }) =>
    box(Date.parse(span.from), Date.parse(span.to));
  return (
    <>
      <HatchPatterns id={patterns.id} />
      <rect
        {...box(frame.from, limit ? Date.parse(limit.at) : frame.to)}
        className={limit ? "fill-tint-primary stroke-primary" : "fill-base-200 stroke-edge"}
        strokeDasharray={limit ? undefined : "3 3"}
      />
      {idleStretches(timeline).map((stretch) => (
        <g key={stretch.from}>
          <title>{words.idle(stretch)}</title>
          <rect {...between(stretch)} className="fill-base-100 stroke-edge" />
          <rect {...between(stretch)} fill={patterns.idle} />
        </g>
      ))}
      {late && <rect {...between(late)} fill={patterns.late} className="stroke-error" />}
    </>
  );
}

/** Limit and auto-cancel, each with its words on a line of its own. */
function Moments({ timeline, frame }: PictureProps) {
  const { t } = useTranslation();
  const time = useTimeWords();
  const { zone, marks } = timeline;
  const limit = markOf(marks, "deadline");
  const cancel = markOf(marks, "auto_cancel");
  const isBeyond = cancel !== undefined && Date.parse(cancel.at) > frame.to;
  return (
    <>
      <Flag
        at={limit ? Date.parse(limit.at) : frame.from}
        line={0}
        frame={frame}
        rule={limit && "stroke-base-content stroke-2"}
        className="font-semibold"
      >
        {limit
          ? t("drawn.overview.deadline", { at: time.day(limit.at, zone) })
          : t("drawn.overview.unknown")}
      </Flag>
      {cancel && (
        <Flag
          at={Date.parse(cancel.at)}
          line={1}
          frame={frame}
          rule={isBeyond ? undefined : "stroke-warning [stroke-dasharray:3_3]"}
          className="fill-warning"
        >
          {t("drawn.overview.autoCancel", { at: time.day(cancel.at, zone) })}
          {isBeyond && " →"}
        </Flag>
      )}
    </>
  );
}
