import AlarmClockOff from "lucide-react/icons/alarm-clock-off";
import Clock from "lucide-react/icons/clock";
import TriangleAlert from "lucide-react/icons/triangle-alert";
import { useTranslation } from "react-i18next";
import type { TimeZone } from "../../contracts/services.ts";
import type { Instant } from "../../contracts/views.ts";
import { useNow } from "../../hooks/use-now.ts";
import { useTimeWords } from "../../hooks/use-time-words.ts";
import type { Translate } from "../../i18n.ts";

export const WARNING_MS = 60 * 60 * 1000;

export type Urgency = "calm" | "warning" | "late";

export function urgencyOf(at: Instant, now: number): Urgency {
  const left = Date.parse(at) - now;
  if (left <= 0) return "late";
  return left < WARNING_MS ? "warning" : "calm";
}

const LOOK = {
  calm: { Icon: Clock, tone: "text-base-content" },
  warning: { Icon: TriangleAlert, tone: "text-warning font-semibold" },
  late: { Icon: AlarmClockOff, tone: "text-error font-semibold" },
} as const;

type CountdownProps = {
  at: Instant;
  zone: TimeZone;
  /** What falls due, for the tooltip. */
  label?: string;
  className?: string;
};

export function Countdown({ at, zone, label, className = "" }: CountdownProps) {
  const { t } = useTranslation();
  const words = useTimeWords();
  const now = useNow();
  const left = Date.parse(at) - now;
  const { Icon, tone } = LOOK[urgencyOf(at, now)];
  const moment = words.absolute(at, zone);

  return (
    <time
      dateTime={at}
      title={label ? t("due.title", { kind: label, at: moment }) : moment}
      className={`inline-flex items-center gap-1 whitespace-nowrap ${tone} ${className}`}
    >
      <Icon aria-hidden="true" className="size-3.5 shrink-0" />
      <span suppressHydrationWarning>{leftWords(left, words.duration, t)}</span>
    </time>
  );
}

function leftWords(left: number, duration: (milliseconds: number) => string, t: Translate): string {
  if (left <= -60_000) return t("time.late", { duration: duration(left) });
  if (left <= 0) return t("time.lateNow");
  if (left < 60_000) return t("time.leftUnderMinute");
  return t("time.left", { duration: duration(left) });
}
