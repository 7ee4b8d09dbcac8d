import CircleCheck from "lucide-react/icons/circle-check";
import CircleHelp from "lucide-react/icons/circle-question-mark";
import ClockAlert from "lucide-react/icons/clock-alert";
import Flag from "lucide-react/icons/flag";
import Hourglass from "lucide-react/icons/hourglass";
import { useTranslation } from "react-i18next";
import type { TimeZone } from "../../contracts/services.ts";
import type { Verdict } from "../../contracts/timeline-views.ts";
import { useTimeWords } from "../../hooks/use-time-words.ts";
import { useLongDuration } from "./use-long-duration.ts";

const LOOK = {
  within: { Icon: Hourglass, tone: "text-base-content" },
  late: { Icon: ClockAlert, tone: "text-error" },
  picked_up: { Icon: CircleCheck, tone: "text-success" },
  scan_late: { Icon: ClockAlert, tone: "text-error" },
  scan_within: { Icon: Hourglass, tone: "text-base-content" },
  final: { Icon: Flag, tone: "text-base-content" },
  unknown: { Icon: CircleHelp, tone: "text-muted" },
} as const;

type VerdictSentenceProps = { verdict: Verdict; zone: TimeZone };

/** Should it have been picked up by now? Answered in one sentence. */
export function VerdictSentence({ verdict, zone }: VerdictSentenceProps) {
  const sentence = useVerdictWords(zone);
  const { Icon, tone } = LOOK[verdict.kind];
  return (
    <p className={`flex items-start gap-2 font-semibold text-balance ${tone}`}>
      <Icon aria-hidden="true" className="mt-0.5 size-4 shrink-0" />
      <span suppressHydrationWarning>{sentence(verdict)}</span>
    </p>
  );
}

export function useVerdictWords(zone: TimeZone): (verdict: Verdict) => string {
  const { t } = useTranslation();
  const time = useTimeWords();
  const duration = useLongDuration();
  return (verdict) => {
    switch (verdict.kind) {
      case "unknown":
        return t("timeline.verdict.unknown");
      case "final":
        return t("timeline.verdict.final", {
          stage: t(`stage.${verdict.stage}`),
          at: time.day(verdict.at, zone),
        });
      case "picked_up":
        return t(`timeline.verdict.${verdict.lateMinutes > 0 ? "pickedLate" : "pickedInTime"}`, {
          at: time.day(verdict.at, zone),
          deadline: time.day(verdict.deadlineAt, zone),
          duration: duration(verdict.lateMinutes),
        });
      default:
        return t(`timeline.verdict.${verdict.kind}`, {
          deadline: time.day(verdict.deadlineAt, zone),
          duration: duration("lateMinutes" in verdict ? verdict.lateMinutes : verdict.leftMinutes),
        });
    }
  };
}
