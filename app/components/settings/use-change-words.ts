import { useTranslation } from "react-i18next";
import { SIDES } from "../../contracts/parties.ts";
import type { SettingsChangeView } from "../../contracts/settings-views.ts";
import { MEANINGS } from "../../contracts/stages.ts";
import { useDateWords } from "../../hooks/use-date-words.ts";
import { useMeaningWords } from "../../hooks/use-meaning-words.ts";
import { useSourceWords } from "../../hooks/use-source-words.ts";
import { dotted, useRuleWords } from "./use-rule-words.ts";

/** What a change was about, in one line. */
export function useChangeWords() {
  const { t } = useTranslation();
  const dates = useDateWords();
  const rules = useRuleWords();
  const meaningWords = useMeaningWords();
  const sourceWords = useSourceWords();

  return ({ subject, summary, courier }: SettingsChangeView): string => {
    const text = (name: string) => String(summary[name] ?? "");
    const province = text("province") || null;
    if (subject === "policy") {
      return t("settings.changes.policy", {
        rule: rules.policyKey(text("key"), courier),
        version: text("version"),
        date: dates.day(text("validFrom")),
      });
    }
    if (subject === "calendar") {
      const place = rules.place({ courier, province });
      const date = dates.day(text("date"));
      return t("settings.changes.calendar", { date, name: text("name"), place });
    }
    if (subject === "reply_hours") {
      const side = SIDES.find((one) => one === summary.side) ?? "courier";
      const who = courier?.name ?? t(`side.${side}`);
      const date = dates.day(text("validFrom"));
      const hours = summary.open ? `${dotted(text("open"))}–${dotted(text("close"))}` : "";
      return hours
        ? t("settings.changes.hoursAdded", { who, hours, date })
        : t("settings.changes.hours", { who, date });
    }
    const meaning = MEANINGS.find((one) => one === summary.meaning) ?? "unknown";
    return t("settings.changes.code", {
      value: text("value"),
      source: sourceWords(text("vocabulary")),
      meaning: meaningWords(meaning),
    });
  };
}
