import { useTranslation } from "react-i18next";
import type { TimeZone } from "../../contracts/services.ts";
import type { TimelineMark, TimelineView } from "../../contracts/timeline-views.ts";
import { Moment } from "../ui/time.tsx";
import { Drawn } from "./drawn.tsx";
import type { DrawnClock } from "./drawn-clock.ts";
import { HatchPatterns, MarkShape, type Patterns, Rail, usePatterns } from "./mark-shape.tsx";
import { MarkText } from "./mark-text.tsx";
import { isRule, type TimelineRow, timelineRows } from "./timeline-rows.ts";
import { useLongDuration } from "./use-long-duration.ts";

type TimelineProps = { timeline: TimelineView; idle: DrawnClock["idle"] };

export function Timeline({ timeline, idle }: TimelineProps) {
  const { t } = useTranslation();
  const patterns = usePatterns();
  const { zone } = timeline;
  const rows = timelineRows(timeline);
  const lateWords = useLateWords(timeline);
  return (
    <div className="relative text-dense">
      <HatchPatterns id={patterns.id} />
      <ol aria-label={t("timeline.label", { zone: t(`zone.${zone}`) })}>
        {rows.map((row, index) => (
          <li key={row.id} data-row={row.kind} className="flex gap-2.5">
            <div className="flex w-4 shrink-0 flex-col items-center">
              {row.kind !== "idle" && <RowShape row={row} />}
              {index < rows.length - 1 && <Rail kind={row.below} patterns={patterns} />}
            </div>
            <div className="min-w-0 flex-1 pb-3">
              {row.kind === "idle" ? (
                <Drawn html={idle[row.at] ?? ""} className="text-muted" />
              ) : (
                <RowText row={row} zone={zone} />
              )}
              {row.kind === "mark" && isRule(row.mark) && lateWords && (
                <p className="font-semibold text-error">{lateWords}</p>
              )}
            </div>
          </li>
        ))}
      </ol>
      <Legend patterns={patterns} />
    </div>
  );
}

function useLateWords({ late }: TimelineView): string | null {
  const { t } = useTranslation();
  const duration = useLongDuration();
  if (!late) return null;
  const minutes = (Date.parse(late.to) - Date.parse(late.from)) / 60_000;
  return t("timeline.lateFor", { duration: duration(minutes) });
}

type PointRow = Exclude<TimelineRow, { kind: "idle" }>;

function RowShape({ row }: { row: PointRow }) {
  if (row.kind === "now") {
    return (
      <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true" className="text-primary">
        <path d="M3 2l10 6-10 6z" fill="currentColor" />
      </svg>
    );
  }
  return <MarkShape state={row.mark.state} isLight={row.mark.lane === "thread"} />;
}

function RowText({ row, zone }: { row: PointRow; zone: TimeZone }) {
  if (row.kind === "now") return <NowLine at={row.at} zone={zone} />;
  return isRule(row.mark) ? (
    <DeadlineRule mark={row.mark} zone={zone} />
  ) : (
    <MarkText mark={row.mark} zone={zone} />
  );
}

/** A rule across, because everything is judged by which side of it it lies. */
function DeadlineRule({ mark, zone }: { mark: TimelineMark; zone: TimeZone }) {
  const { t } = useTranslation();
  return (
    <div className="border-t-2 border-base-content pt-1">
      <p className="flex flex-wrap items-baseline justify-between gap-x-3 font-semibold">
        {t("timeline.mark.deadline")}
        <Moment at={mark.at} zone={zone} mode="day" />
      </p>
    </div>
  );
}

function NowLine({ at, zone }: { at: string; zone: TimeZone }) {
  const { t } = useTranslation();
  return (
    <p className="flex flex-wrap items-baseline justify-between gap-x-3 border-b border-dashed border-primary pb-0.5 font-semibold text-primary">
      {t("timeline.now")}
      <Moment at={at} zone={zone} mode="day" className="font-normal" />
    </p>
  );
}

function Legend({ patterns }: { patterns: Patterns }) {
  const { t } = useTranslation();
  return (
    <ul
      aria-label={t("timeline.legend")}
      className="flex flex-wrap gap-x-4 gap-y-1 border-t border-base-300 pt-2 text-xs text-muted"
    >
      {(["happened", "expected", "missed"] as const).map((state) => (
        <li key={state} className="inline-flex items-center gap-1">
          <MarkShape state={state} />
          {t(`timeline.state.${state}`)}
        </li>
      ))}
      {(["idle", "late"] as const).map((kind) => (
        <li key={kind} className="inline-flex items-center gap-1">
          <HatchSample kind={kind} patterns={patterns} />
          {t(`timeline.hatch.${kind}`)}
        </li>
      ))}
    </ul>
  );
}

function HatchSample({ kind, patterns }: { kind: "idle" | "late"; patterns: Patterns }) {
  return (
    <svg
      width="16"
      height="10"
      aria-hidden="true"
      className={kind === "late" ? "text-error" : "text-edge"}
    >
      <rect x="0.5" y="0.5" width="15" height="9" fill={patterns[kind]} stroke="currentColor" />
    </svg>
  );
}
