import ChevronDown from "lucide-react/icons/chevron-down";
import { useTranslation } from "react-i18next";
import { Drawn } from "./drawn.tsx";

/** Which hours counted up to the limit, which did not, and by which rule. */
export function ClockWhy({ html }: { html: string }) {
  const { t } = useTranslation();
  return (
    <details className="group/why">
      <summary className="inline-flex min-h-6 cursor-pointer items-center gap-1 text-primary pointer-coarse:min-h-11">
        <ChevronDown aria-hidden="true" className="size-4 group-open/why:rotate-180" />
        {t("timeline.whyTitle")}
      </summary>
      <Drawn html={html} className="space-y-2 py-1" />
    </details>
  );
}
