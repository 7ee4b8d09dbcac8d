import { useTranslation } from "react-i18next";
import type { TimelineMark, TimelineView } from "../../contracts/timeline-views.ts";
import { useNow } from "../../hooks/use-now.ts";
import { useTimeWords } from "../../hooks/use-time-words.ts";
import { HatchPatterns, usePatterns } from "./mark-shape.tsx";
import { Flag, Lane, Tick } from "./overview-parts.tsx";
import { endOf, placeIn, reachOf, ticksOf } from "./overview-plan.ts";
import { idleStretches } from "./timeline-rows.ts";
import { useLongDuration } from "./use-long-duration.ts";
import { useStretchWords } from "./use-stretch-words.ts";
import { useVerdictWords } from "./verdict-sentence.tsx";

const ROW = 18;
const BAND = 14;
const LANE = 22;

/** The whole clock at one look, for a desk. The vertical list says the same to everybody else. */
export function Overview({ timeline }: { timeline: TimelineView }) {
  const { t } = useTranslation();
  const time = useTimeWords();
  const sentence = useVerdictWords(timeline.zone);
  const { zone, verdict, marks } = timeline;
  const reach = reachOf(timeline);
  const cancel = markOf(marks, "auto_cancel");
  const top = (cancel ? 3 : 2) * ROW + 8;
  const bottom = top + BAND + 2 * LANE + 8;
  const label = t("timeline.overview.label", {
    from: time.day(new Date(reach.from).toISOString(), zone),
    to: time.day(new Date(reach.to).toISOString(), zone),
    verdict: sentence(verdict),
  });
  const lanes = [
    ["clock", top + BAND / 2],
    ["tracking", top + BAND + LANE - 6],
    ["thread", top + BAND + 2 * LANE - 6],
  ] as const;
  return (
    <div
      role="img"
      aria-label={label}
      suppressHydrationWarning
      className="hidden gap-3 border-b border-base-300 bg-base-100 px-4 pt-1.5 pb-1 text-xs @4xl:col-start-1 @4xl:row-start-2 @4xl:flex [@media(max-height:40rem)]:hidden"
    >
      <svg width="60" height={bottom + ROW} aria-hidden="true" className="shrink-0 fill-muted">
        {lanes.map(([lane, y]) => (
          <text key={lane} y={y + 4}>
            {t(`timeline.overview.${lane}`)}
          </text>
        ))}
      </svg>
      <svg
        width="100%"
        height={bottom + ROW}
        overflow="visible"
        aria-hidden="true"
        className="min-w-0 flex-1 fill-base-content"
      >
        {ticksOf(reach, zone).map((tick) => (
          <Tick key={tick.at} tick={tick} zone={zone} top={top} bottom={bottom} />
        ))}
        <Band timeline={timeline} top={top} />
        {lanes.map(
          ([lane, y]) =>
            lane !== "clock" && (
              <Lane key={lane} lane={lane} y={y} timeline={timeline} reach={reach} />
            ),
        )}
        <Flags timeline={timeline} cancel={cancel} top={top} bottom={bottom} />
      </svg>
    </div>
  );
}

const markOf = (marks: TimelineMark[], type: TimelineMark["what"]["type"]) =>
  marks.find(({ what }) => what.type === type);

type BandProps = { timeline: TimelineView; top: number };

/** Counted time plain up to the limit, hours that do not count hatched, late time hatched in red. */
function Band({ timeline, top }: BandProps) {
  const patterns = usePatterns();
  const words = useStretchWords(timeline.clock, timeline.zone);
  const reach = reachOf(timeline);
  const limit = markOf(timeline.marks, "deadline");
  const box = (from: string | number, to: string | number) => {
    const x = placeIn(reach, from);
    return { x: `${x}%`, width: `${placeIn(reach, to) - x}%`, y: top, height: BAND };
  };
  return (
    <>
      <HatchPatterns id={patterns.id} />
      <rect
        {...box(reach.from, limit?.at ?? reach.to)}
        className={limit ? "fill-tint-primary stroke-primary" : "fill-base-200 stroke-edge"}
        strokeDasharray={limit ? undefined : "3 3"}
      />
      {idleStretches(timeline).map((stretch) => (
        <g key={stretch.from}>
          <title>{words.idle(stretch)}</title>
          <rect {...box(stretch.from, stretch.to)} className="fill-base-100 stroke-edge" />
          <rect {...box(stretch.from, stretch.to)} fill={patterns.idle} />
        </g>
      ))}
      {timeline.late && (
        <rect
          {...box(timeline.late.from, timeline.late.to)}
          fill={patterns.late}
          className="stroke-error"
        />
      )}
    </>
  );
}

type FlagsProps = {
  timeline: TimelineView;
  cancel: TimelineMark | undefined;
  top: number;
  bottom: number;
};

/** Limit, auto-cancel and the present, each with its words on a line of its own. */
function Flags({ timeline, cancel, top, bottom }: FlagsProps) {
  const { t } = useTranslation();
  const time = useTimeWords();
  const now = useNow();
  const { zone } = timeline;
  const reach = reachOf(timeline);
  const limit = markOf(timeline.marks, "deadline");
  const end = endOf(timeline);
  const isOutside = cancel && Date.parse(cancel.at) > reach.to;
  const endWords = useEndWords(timeline);
  return (
    <>
      <Flag
        x={limit ? placeIn(reach, limit.at) : 0}
        line={0}
        bottom={bottom}
        rule={limit && "stroke-base-content stroke-2"}
        className="font-semibold"
      >
        {limit
          ? t("timeline.overview.deadline", { at: time.day(limit.at, zone) })
          : t("timeline.overview.unknown")}
      </Flag>
      {cancel && (
        <Flag
          x={placeIn(reach, cancel.at)}
          line={1}
          bottom={bottom}
          rule={isOutside ? undefined : "stroke-warning [stroke-dasharray:3_3]"}
          className="fill-warning"
        >
          {t("timeline.overview.autoCancel", { at: time.day(cancel.at, zone) })}
          {isOutside && " →"}
        </Flag>
      )}
      <Flag
        x={placeIn(reach, end ?? now)}
        line={cancel ? 2 : 1}
        bottom={bottom}
        rule={end ? "stroke-base-content" : "stroke-primary"}
        pointsAt={end ? undefined : top}
        className={timeline.late ? "fill-error font-semibold" : "fill-primary font-semibold"}
      >
        {endWords}
      </Flag>
    </>
  );
}

function useEndWords({ verdict, late }: TimelineView): string {
  const { t } = useTranslation();
  const duration = useLongDuration();
  const kind = verdict.kind === "picked_up" || verdict.kind === "final" ? verdict.kind : "now";
  const what = t(`timeline.overview.${kind}`);
  if (!late) return what;
  const minutes = (Date.parse(late.to) - Date.parse(late.from)) / 60_000;
  return t("timeline.overview.late", { what, duration: duration(minutes) });
}
