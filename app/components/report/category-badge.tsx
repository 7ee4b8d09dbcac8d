import ClockFading from "lucide-react/icons/clock-fading";
import PackageX from "lucide-react/icons/package-x";
import ScanLine from "lucide-react/icons/scan-line";
import Timer from "lucide-react/icons/timer";
import { useTranslation } from "react-i18next";
import type { Category } from "../../contracts/categories.ts";

const LOOK = {
  belum_pickup: { Icon: Timer, tone: "bg-tint-info text-info" },
  long_pickup: { Icon: ClockFading, tone: "bg-tint-error text-error" },
  gagal_pickup: { Icon: PackageX, tone: "bg-tint-warning text-warning" },
  scan_issue: { Icon: ScanLine, tone: "bg-tint-primary text-primary" },
} as const;

type CategoryBadgeProps = { category: Category; name?: "short" | "label" };

export function CategoryBadge({ category, name = "short" }: CategoryBadgeProps) {
  const { t } = useTranslation();
  const { Icon, tone } = LOOK[category];
  return (
    <span className={`tag ${tone}`} title={t(`category.${category}.label`)}>
      <Icon aria-hidden="true" className="size-3.5 shrink-0" />
      {t(`category.${category}.${name}`)}
    </span>
  );
}
