import ArrowUp from "lucide-react/icons/arrow-up";
import { useTranslation } from "react-i18next";

type FreshPillProps = { count: number; onShow: () => void };

/** Hangs over the list's edge, so nothing moves when it appears. */
export function FreshPill({ count, onShow }: FreshPillProps) {
  const { t } = useTranslation();
  return (
    <div role="status" className="fresh-pill">
      {count > 0 && (
        <button type="button" onClick={onShow} title={t("list.freshHelp")} className="fresh-button">
          <ArrowUp aria-hidden="true" className="size-4" />
          {t("list.fresh", { count })}
        </button>
      )}
    </div>
  );
}
