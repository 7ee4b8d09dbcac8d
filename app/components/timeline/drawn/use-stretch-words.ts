import { useTranslation } from "react-i18next";
import type { ClockExplanation, Stretch } from "../../../contracts/clock-views.ts";
import type { TimeZone } from "../../../contracts/services.ts";
import { useTimeWords } from "../../../hooks/use-time-words.ts";

const MIDNIGHT = "00.00";

/** Why hours do not count, as a part of a sentence and as a line of its own. */
export function useStretchWords(clock: ClockExplanation | null, zone: TimeZone) {
  const { t } = useTranslation();
  const time = useTimeWords();

  /** Idle hours of an ordinary day lie after the cut-off only where the counting begins on a later day. */
  const isPastCutOff = ({ from }: Stretch) =>
    Boolean(
      clock?.cutOff &&
        Date.parse(from) < Date.parse(clock.cutOff) &&
        time.date(from, zone) !== time.date(clock.cutOff, zone),
    );

  const reason = (stretch: Stretch): string => {
    const why =
      stretch.reason === "after_cutoff" && !isPastCutOff(stretch) ? "off_hours" : stretch.reason;
    const words = t(`drawn.reason.${why}`);
    if (!stretch.name) return words;
    // Many holidays carry brackets of their own.
    return stretch.name.includes("(") ? `${words} ${stretch.name}` : `${words} (${stretch.name})`;
  };

  return {
    reason,
    /** A closed day is named by its date, other hours by their end. */
    idle(stretch: Stretch): string {
      const words = capital(reason(stretch));
      const until = time.day(stretch.to, zone);
      const isWholeDay =
        time.clock(stretch.to, zone).startsWith(MIDNIGHT) &&
        stretch.reason !== "after_cutoff" &&
        stretch.reason !== "rescheduled";
      return isWholeDay
        ? t("drawn.idle.days", {
            reason: words,
            days: time.days(stretch.from, stretch.to, zone),
          })
        : t("drawn.idle.until", { reason: words, until });
    },
  };
}

const capital = (words: string) => words.charAt(0).toUpperCase() + words.slice(1);
