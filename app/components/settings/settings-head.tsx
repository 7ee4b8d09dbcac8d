import { useTranslation } from "react-i18next";
import { SectionHead } from "../ui/section-head.tsx";
import { CALENDAR, CHANGES, HOURS, POLICIES } from "./addresses.ts";

const SECTIONS = [
  { to: POLICIES, text: "policies" },
  { to: CALENDAR, text: "calendar" },
  { to: HOURS, text: "hours" },
  { to: CHANGES, text: "changes" },
] as const;

export function SettingsHead() {
  const { t } = useTranslation();
  return <SectionHead title={t("page.settings")} lead={t("settings.lead")} sections={SECTIONS} />;
}
