import { useTranslation } from "react-i18next";
import type { DoneView } from "../../contracts/settings-views.ts";

export function useDoneWords() {
  const { t } = useTranslation();
  return ({ action, moved }: DoneView): string => {
    const effect = moved > 0 ? t("settings.done.moved", { count: moved }) : "";
    return [t(`settings.done.${action}`), effect || t("settings.done.nothing")].join(" ");
  };
}
