import { useTranslation } from "react-i18next";
import type { StuckReason } from "../../contracts/stuck-views.ts";
import { useTimeWords } from "../../hooks/use-time-words.ts";

/** Why a parcel is on the board, in one sentence. */
export function StuckReasonText({ reason }: { reason: StuckReason }) {
  const { t } = useTranslation();
  const time = useTimeWords();
  if (reason.type === "no_members" || reason.type === "deadline_unknown") {
    return t(`stuckReason.${reason.type}`);
  }
  const minutes = "minutes" in reason ? reason.minutes : reason.minutesLeft;
  const silent = "silentMinutes" in reason ? time.minutes(reason.silentMinutes) : "";
  return t(`stuckReason.${reason.type}`, { duration: time.minutes(minutes), silent });
}
