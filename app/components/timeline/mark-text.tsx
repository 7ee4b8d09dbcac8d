import Scale from "lucide-react/icons/scale";
import TriangleAlert from "lucide-react/icons/triangle-alert";
import { useTranslation } from "react-i18next";
import type { TimeZone } from "../../contracts/services.ts";
import type { TimelineMark } from "../../contracts/timeline-views.ts";
import { type TimeWords, useTimeWords } from "../../hooks/use-time-words.ts";
import type { Translate } from "../../i18n.ts";
import { Moment } from "../ui/time.tsx";
import { notableReceipt } from "./timeline-rows.ts";

type MarkTextProps = { mark: TimelineMark; zone: TimeZone };

export function MarkText({ mark, zone }: MarkTextProps) {
  const { t } = useTranslation();
  const time = useTimeWords();
  const { what, state } = mark;
  const isThreat = what.type === "auto_cancel" && state === "expected";
  return (
    <>
      <p
        suppressHydrationWarning
        className={mark.lane === "thread" ? "text-muted" : "font-medium text-base-content"}
      >
        {wordMark(what, zone, t, time)}
        {state !== "happened" && !isThreat && !saysItself(what) && (
          <span className={`font-normal ${state === "missed" ? "text-error" : "text-muted"}`}>
            {" "}
            ({t(`timeline.state.${state}`).toLowerCase()})
          </span>
        )}
      </p>
      {isThreat && (
        <p className="flex items-center gap-1 font-semibold text-warning">
          <TriangleAlert aria-hidden="true" className="size-3.5" />
          <Moment at={mark.at} zone={zone} mode="relative" />
        </p>
      )}
      {what.type === "tracking" && <TrackingText mark={mark} zone={zone} />}
      {mark.dispute && <DisputeText dispute={mark.dispute} />}
      <Moment at={mark.at} zone={zone} mode="day" className="text-muted" />
    </>
  );
}

/** Whose words say already that it was missed. */
const saysItself = (what: TimelineMark["what"]) =>
  what.type === "reply_late" || (what.type === "promise" && what.outcome !== null);

function DisputeText({ dispute }: { dispute: NonNullable<TimelineMark["dispute"]> }) {
  const { t } = useTranslation();
  return (
    <p className="flex items-baseline gap-1.5 font-medium text-base-content">
      <Scale aria-hidden="true" className="size-3.5 shrink-0 self-center" />
      {t(`timeline.dispute.${dispute}`)}
    </p>
  );
}

/** The courier's own words, as they came. */
function TrackingText({ mark, zone }: MarkTextProps) {
  const { t } = useTranslation();
  if (mark.what.type !== "tracking") return null;
  const { text, source } = mark.what;
  const receivedAt = notableReceipt(mark);
  return (
    <>
      {text && <p className="[overflow-wrap:anywhere]">“{text}”</p>}
      {receivedAt && (
        <p className="text-muted">
          {t("timeline.source", { source })}, <ReceivedAt at={receivedAt} zone={zone} />
        </p>
      )}
    </>
  );
}

function ReceivedAt({ at, zone }: { at: string; zone: TimeZone }) {
  const { t } = useTranslation();
  const time = useTimeWords();
  return (
    <time dateTime={at} suppressHydrationWarning>
      {t("timeline.received", { at: time.day(at, zone) })}
    </time>
  );
}

export function wordMark(
  what: TimelineMark["what"],
  zone: TimeZone,
  t: Translate,
  time: TimeWords,
): string {
  switch (what.type) {
    case "tracking":
      return what.meaning === "custody_reversed" || what.meaning === "ignored"
        ? t(`meaning.${what.meaning}`)
        : t(`stage.${what.meaning}`);
    case "window":
      return t("timeline.mark.window", { end: time.day(what.end, zone) });
    case "promise": {
      const end = time.day(what.end, zone);
      return what.outcome
        ? t(`timeline.mark.promise_${what.outcome}`, { end })
        : t("timeline.mark.promise", { end });
    }
    case "filed":
      return t("timeline.mark.filed", { category: t(`category.${what.category}.label`) });
    case "promoted":
      return t("timeline.mark.promoted", { category: t(`category.${what.to}.label`) });
    case "message": {
      const side = t(`side.${what.side}`);
      return what.photos > 0
        ? t("timeline.mark.messagePhotos", { side, n: what.photos })
        : t("timeline.mark.message", { side });
    }
    case "reply_late":
      return t("timeline.mark.reply_late", { side: t(`side.${what.side}`) });
    case "instruction":
      return t("timeline.mark.instruction", {
        side: t(`side.${what.side}`),
        instruction: t(`instruction.${what.code}`),
      });
    default:
      return t(`timeline.mark.${what.type}`);
  }
}
