import { useTranslation } from "react-i18next";
import { SectionHead } from "../ui/section-head.tsx";

const SECTIONS = [
  { to: "/tracking/deliveries", text: "deliveries" },
  { to: "/tracking/codes", text: "codes" },
] as const;

export function TrackingHead() {
  const { t } = useTranslation();
  return <SectionHead title={t("page.tracking")} lead={t("tracking.lead")} sections={SECTIONS} />;
}
