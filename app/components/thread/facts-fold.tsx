import ChevronDown from "lucide-react/icons/chevron-down";
import { type ReactNode, useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";

/**
 * Folded on a phone and a column on a desk. Before scripts run, CSS keeps the closed fold's
 * content in sight on a desk; after that the fold truly is open there.
 */
export function FactsFold({ children }: { children: ReactNode }) {
  const { t } = useTranslation();
  const fold = useOpenWhereWide();
  return (
    <details
      ref={fold}
      className="group max-h-[60dvh] min-h-10 overflow-y-auto border-b border-base-300 @4xl:max-h-none @4xl:min-h-0 @4xl:border-b-0 pointer-coarse:min-h-11 @4xl:supports-[selector(::details-content)]:[&::details-content]:[content-visibility:visible]"
    >
      <summary className="flex min-h-10 cursor-pointer items-center gap-1.5 px-3 text-dense font-medium text-primary sm:px-4 @4xl:supports-[selector(::details-content)]:hidden pointer-coarse:min-h-11">
        <ChevronDown aria-hidden="true" className="size-4 group-open:rotate-180" />
        {t("thread.details")}
      </summary>
      {children}
    </details>
  );
}

/** The hidden summary tells that the column layout holds. */
function useOpenWhereWide() {
  const fold = useRef<HTMLDetailsElement>(null);
  useEffect(() => {
    const page = fold.current?.closest("article");
    if (!page) return;
    let wasWide = false;
    const watcher = new ResizeObserver(() => {
      const summary = fold.current?.querySelector("summary");
      if (!fold.current || !summary) return;
      const isWide = getComputedStyle(summary).display === "none";
      if (isWide !== wasWide) fold.current.open = isWide;
      wasWide = isWide;
    });
    watcher.observe(page);
    return () => watcher.disconnect();
  }, []);
  return fold;
}
