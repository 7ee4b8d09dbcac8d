import { useTranslation } from "react-i18next";
import type { Translate } from "../../i18n.ts";
import { durationParts } from "./duration-parts.ts";

/** "1 hari 2 jam", spelled out where a sentence carries it. */
export function wordDuration(minutes: number, t: Translate): string {
  const parts = durationParts(minutes);
  if (parts.length === 0) return t("timeline.duration.underMinute");
  return parts.map(({ unit, count }) => t(`timeline.duration.${unit}`, { count })).join(" ");
}

export function useLongDuration(): (minutes: number) => string {
  const { t } = useTranslation();
  return (minutes) => wordDuration(minutes, t);
}
