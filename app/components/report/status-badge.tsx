import Ban from "lucide-react/icons/ban";
import CircleCheck from "lucide-react/icons/circle-check";
import CircleDot from "lucide-react/icons/circle-dot";
import { useTranslation } from "react-i18next";
import type { ReportStatus, Resolution } from "../../contracts/reports.ts";

const LOOK = {
  open: { Icon: CircleDot, tone: "bg-tint-info text-info" },
  resolved: { Icon: CircleCheck, tone: "bg-tint-success text-success" },
  cancelled: { Icon: Ban, tone: "bg-base-200 text-muted" },
} as const;

type StatusBadgeProps = { status: ReportStatus; resolution?: Resolution | null };

export function StatusBadge({ status, resolution }: StatusBadgeProps) {
  const { t } = useTranslation();
  const { Icon, tone } = LOOK[status];
  return (
    <span className={`tag ${tone}`} title={resolution ? t(`resolution.${resolution}`) : undefined}>
      <Icon aria-hidden="true" className="size-3.5 shrink-0" />
      {t(`status.${status}`)}
    </span>
  );
}
