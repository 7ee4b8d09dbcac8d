import { useTranslation } from "react-i18next";
import type { CalendarDayView } from "../../contracts/settings-views.ts";
import { useDateWords } from "../../hooks/use-date-words.ts";
import { useRuleWords } from "./use-rule-words.ts";

type Facts = Pick<CalendarDayView, "date" | "kind" | "hours" | "name" | "courier" | "province">;

export function useCalendarWords() {
  const { t } = useTranslation();
  const rules = useRuleWords();
  const dates = useDateWords();
  /** Libur nasional; Tutup; Buka 08.00-12.00 */
  const effect = ({ kind, hours }: Pick<Facts, "kind" | "hours">): string => {
    if (kind !== "hours") return t(`settings.calendar.kind.${kind}`);
    return hours ? t("settings.calendar.open", { hours }) : t("settings.calendar.closed");
  };
  return {
    effect,
    whole: (day: Facts): string =>
      [dates.day(day.date), day.name, effect(day), rules.place(day)].join(" · "),
  };
}
