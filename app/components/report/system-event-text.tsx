import { useTranslation } from "react-i18next";
import type { TimeZone } from "../../contracts/services.ts";
import type { SystemEvent } from "../../contracts/views.ts";
import { type TimeWords, useTimeWords } from "../../hooks/use-time-words.ts";
import type { Translate } from "../../i18n.ts";
import { useLongDuration } from "../timeline/use-long-duration.ts";

type SystemEventTextProps = { event: SystemEvent; zone: TimeZone };

/** One sentence for what the system wrote, with the reason where a person gave one. */
export function SystemEventText({ event, zone }: SystemEventTextProps) {
  const { t } = useTranslation();
  const time = useTimeWords();
  const duration = useLongDuration();
  const reason = "reason" in event ? event.reason.trim() : "";
  return (
    <>
      {wordEvent(event, zone, t, time, duration)}
      {reason && ` ${t("systemEvent.reason", { reason })}`}
    </>
  );
}

function wordEvent(
  event: SystemEvent,
  zone: TimeZone,
  t: Translate,
  time: TimeWords,
  duration: (minutes: number) => string,
): string {
  switch (event.type) {
    case "filed": {
      const category = t(`category.${event.category}.label`);
      return t(event.served ? "systemEvent.filed" : "systemEvent.filed_unserved", { category });
    }
    case "instruction_state":
      return t(`systemEvent.instruction_state.${event.state}`, {
        instruction: t(`instruction.${event.code}`),
      });
    case "promoted":
      return t("systemEvent.promoted", {
        deadline: time.absolute(event.deadlineAt, zone),
        from: t(`category.${event.from}.label`),
        to: t(`category.${event.to}.label`),
      });
    case "recategorised":
      return t("systemEvent.recategorised", {
        from: t(`category.${event.from}.label`),
        to: t(`category.${event.to}.label`),
      });
    case "resolved":
      return t(`systemEvent.resolved.${event.minutes === null ? event.by : "scanAfter"}`, {
        duration: duration(event.minutes ?? 0),
        stage: t(`stage.${event.stage ?? "unknown"}`),
        scannedAt: event.scannedAt ? time.absolute(event.scannedAt, zone) : "–",
      });
    default:
      return t(`systemEvent.${event.type}`);
  }
}
