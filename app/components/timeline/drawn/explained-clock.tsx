import { useTranslation } from "react-i18next";
import type { ClockExplanation, Stretch } from "../../../contracts/clock-views.ts";
import type { TimeZone } from "../../../contracts/services.ts";
import type { Instant } from "../../../contracts/views.ts";
import { useTimeWords } from "../../../hooks/use-time-words.ts";
import { useLongDuration } from "../use-long-duration.ts";
import { endsBeforeLimit, minutesOf } from "./clock-facts.ts";
import { useStretchWords } from "./use-stretch-words.ts";

type ExplainedClockProps = { clock: ClockExplanation | null; zone: TimeZone };

/** Which hours counted up to the limit, which did not, and by which rule. */
export function ExplainedClock({ clock, zone }: ExplainedClockProps) {
  const { t } = useTranslation();
  return clock ? <Explained clock={clock} zone={zone} /> : <p>{t("drawn.why.none")}</p>;
}

type IdleHoursProps = ExplainedClockProps & { stretch: Stretch };

export function IdleHours({ stretch, clock, zone }: IdleHoursProps) {
  return <p>{useStretchWords(clock, zone).idle(stretch)}</p>;
}

type ExplainedProps = { clock: ClockExplanation; zone: TimeZone };

function Explained({ clock, zone }: ExplainedProps) {
  const { t } = useTranslation();
  const time = useTimeWords();
  const at = (instant: Instant) => time.day(instant, zone);
  return (
    <>
      <p>
        <Beginning clock={clock} zone={zone} /> <Ending clock={clock} zone={zone} />
      </p>
      <Stretches clock={clock} zone={zone} />
      <p>
        {t("drawn.why.warn", { at: at(clock.warnAt) })}
        {clock.autoCancelAt && ` ${t("drawn.why.autoCancel", { at: at(clock.autoCancelAt) })}`}
      </p>
      <Rule clock={clock} zone={zone} />
    </>
  );
}

/** From when time counts, and why not from the request on. */
function Beginning({ clock, zone }: ExplainedProps) {
  const { t } = useTranslation();
  const time = useTimeWords();
  const words = useStretchWords(clock, zone);
  const { stretches, cutOff } = clock;
  const first = Math.max(
    0,
    stretches.findIndex((stretch) => stretch.counts),
  );
  const requestedAt = stretches[0]?.from ?? clock.windowStart;
  const countsFrom = stretches[first]?.from ?? clock.windowStart;
  const sentences = [t("drawn.why.requested", { at: time.day(requestedAt, zone) })];
  if (first > 0) {
    const reasons = [...new Set(stretches.slice(0, first).map(words.reason))].join(", ");
    sentences.push(t("drawn.why.later", { at: time.day(countsFrom, zone), reasons }));
    if (cutOff) sentences.push(t("drawn.why.cutOff", { at: time.day(cutOff, zone) }));
  } else {
    sentences.push(
      cutOff ? t("drawn.why.inTime", { cutOff: time.clock(cutOff, zone) }) : t("drawn.why.atOnce"),
    );
  }
  return <>{sentences.join(" ")}</>;
}

function Ending({ clock, zone }: ExplainedProps) {
  const { t } = useTranslation();
  const time = useTimeWords();
  const duration = useLongDuration();
  const idle = minutesOf(clock, false);
  const values = {
    at: time.day(clock.deadline, zone),
    counted: duration(minutesOf(clock, true)),
    idle: duration(idle),
  };
  return <>{t(`drawn.why.${idle > 0 ? "ends" : "endsWhole"}`, values)}</>;
}

function Stretches({ clock, zone }: ExplainedProps) {
  const { t } = useTranslation();
  const time = useTimeWords();
  const words = useStretchWords(clock, zone);
  const verdict = (stretch: Stretch) =>
    stretch.counts ? words.reason(stretch) : t("drawn.why.idle", { reason: words.reason(stretch) });
  return (
    <ol aria-label={t("drawn.why.stretches")} className="space-y-1">
      {clock.stretches.map((stretch) => (
        <li
          key={stretch.from}
          className={`border-s-2 ps-2 ${stretch.counts ? "border-base-content" : "border-dashed border-edge text-muted"}`}
        >
          {t("drawn.why.span", {
            from: time.day(stretch.from, zone),
            to: time.day(stretch.to, zone),
          })}
          : <b className="font-semibold">{verdict(stretch)}</b>
        </li>
      ))}
    </ol>
  );
}

/** The rule and how far its calendar reaches: said aloud only where the limit lies beyond it. */
function Rule({ clock, zone }: ExplainedProps) {
  const { t } = useTranslation();
  const time = useTimeWords();
  const { policy, calendarEnds } = clock;
  const calendar = calendarEnds
    ? t("drawn.why.calendar", {
        date: time.date(`${calendarEnds}T00:00:00Z`, "Asia/Jakarta"),
      })
    : t("drawn.why.noCalendar");
  const isBeyond = endsBeforeLimit(clock, zone);
  return (
    <>
      {isBeyond && <p className="font-semibold text-warning">{calendar}</p>}
      <p className="text-xs text-muted">
        {t("drawn.why.policy", { id: policy.id, version: policy.version })}
        {!isBeyond && ` ${calendar}`}
      </p>
    </>
  );
}
