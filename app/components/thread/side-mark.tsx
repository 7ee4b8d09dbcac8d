import Headset from "lucide-react/icons/headset";
import Server from "lucide-react/icons/server";
import Store from "lucide-react/icons/store";
import Truck from "lucide-react/icons/truck";
import { useTranslation } from "react-i18next";
import type { AuthorSide } from "../../contracts/parties.ts";

const ICON = { seller: Store, courier: Truck, support: Headset, system: Server } as const;

/** Which party speaks: by picture and by word. */
export function SideMark({ side }: { side: AuthorSide }) {
  const { t } = useTranslation();
  const Icon = ICON[side];
  return (
    <span className="inline-flex items-center gap-1 whitespace-nowrap">
      <Icon aria-hidden="true" className="size-3.5 shrink-0" />
      {t(`side.${side}`)}
    </span>
  );
}
