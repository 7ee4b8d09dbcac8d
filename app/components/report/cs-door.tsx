import MessageCircle from "lucide-react/icons/message-circle";
import { useTranslation } from "react-i18next";
import type { Category } from "../../contracts/categories.ts";
import { useNow } from "../../hooks/use-now.ts";
import { useTimeWords } from "../../hooks/use-time-words.ts";
import { csOpensAt } from "./cs-hours.ts";

type CsDoorProps = { number: string; resi: string; courier: string; category: Category };

/** WhatsApp with the resi and the problem already written, and from when somebody answers. */
export function CsDoor({ number, resi, courier, category }: CsDoorProps) {
  const { t } = useTranslation();
  const time = useTimeWords();
  const opensAt = csOpensAt(useNow());
  const text = t("csDoor.text", { resi, courier, category: t(`category.${category}.label`) });

  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-1.5">
      <a
        href={`https://wa.me/${number.replace(/\D/g, "")}?text=${encodeURIComponent(text)}`}
        target="_blank"
        rel="noreferrer"
        className="btn btn-sm pointer-coarse:min-h-11"
      >
        <MessageCircle aria-hidden="true" className="size-4" />
        {t("csDoor.open")}
        <span className="sr-only"> ({t("csDoor.newTab")})</span>
      </a>
      <p className="text-dense text-muted" suppressHydrationWarning>
        {opensAt
          ? t("csDoor.closed", { at: time.day(opensAt, "Asia/Jakarta") })
          : t("csDoor.hours")}
      </p>
    </div>
  );
}
