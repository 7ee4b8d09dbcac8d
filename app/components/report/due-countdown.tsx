import { useTranslation } from "react-i18next";
import type { ReportStatus, Resolution } from "../../contracts/reports.ts";
import type { TimeZone } from "../../contracts/services.ts";
import type { Due } from "../../contracts/views.ts";
import { Countdown } from "../ui/countdown.tsx";
import { StatusBadge } from "./status-badge.tsx";

type DueCountdownProps = {
  due: Due | null;
  zone: TimeZone;
  status: ReportStatus;
  resolution?: Resolution | null;
};

/** A closed report has no clock that runs. */
export function DueCountdown({ due, zone, status, resolution }: DueCountdownProps) {
  const { t } = useTranslation();
  if (status !== "open") return <StatusBadge status={status} resolution={resolution} />;
  if (!due) return <span className="text-muted">{t("due.none")}</span>;
  return <Countdown at={due.at} zone={zone} label={t(`due.${due.kind}`)} />;
}
