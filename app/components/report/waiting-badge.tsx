import CircleUserRound from "lucide-react/icons/circle-user-round";
import Headset from "lucide-react/icons/headset";
import Minus from "lucide-react/icons/minus";
import Store from "lucide-react/icons/store";
import Truck from "lucide-react/icons/truck";
import { useTranslation } from "react-i18next";
import type { Side, WaitingOn } from "../../contracts/parties.ts";

const ICON = { seller: Store, courier: Truck, support: Headset, nobody: Minus } as const;

type WaitingBadgeProps = { waitingOn: WaitingOn; viewer: Side };

/** Who must answer next; one's own turn stands out. */
export function WaitingBadge({ waitingOn, viewer }: WaitingBadgeProps) {
  const { t } = useTranslation();
  if (waitingOn === viewer) {
    return (
      <span className="tag bg-primary font-semibold text-primary-content">
        <CircleUserRound aria-hidden="true" className="size-3.5 shrink-0" />
        {t("waiting.you")}
      </span>
    );
  }
  const Icon = ICON[waitingOn];
  return (
    <span className="tag -ms-1.5 text-muted">
      <Icon aria-hidden="true" className="size-3.5 shrink-0" />
      {t(`waiting.${waitingOn}`)}
    </span>
  );
}
