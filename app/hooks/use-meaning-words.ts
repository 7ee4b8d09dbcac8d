import { useTranslation } from "react-i18next";
import type { Meaning } from "../contracts/stages.ts";

/** What a row of tracking means, stages by their own names. */
export function useMeaningWords(): (meaning: Meaning) => string {
  const { t } = useTranslation();
  return (meaning) =>
    meaning === "ignored" || meaning === "custody_reversed"
      ? t(`meaning.${meaning}`)
      : t(`stage.${meaning}`);
}
