import { type RefObject, useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";

export type Older = {
  hasOlder: boolean;
  isLoading: boolean;
  hasFailed: boolean;
  load: () => void;
};

/** How far above what is read the next page is fetched. */
const AHEAD = "600px 0px 0px 0px";

type OlderEntriesProps = { older: Older; scroller: RefObject<HTMLElement> };

/** Earlier pages: asked for by hand, and by itself near the top as long as that works. */
export function OlderEntries({ older, scroller }: OlderEntriesProps) {
  const { t } = useTranslation();
  const mark = useRef<HTMLDivElement>(null);
  const { hasOlder, isLoading, hasFailed, load } = older;
  const isDue = hasOlder && !isLoading && !hasFailed;
  useEffect(() => {
    if (!mark.current || !isDue) return;
    const watcher = new IntersectionObserver(
      ([sight]) => {
        if (sight?.isIntersecting) load();
      },
      { root: scroller.current, rootMargin: AHEAD },
    );
    watcher.observe(mark.current);
    return () => watcher.disconnect();
  }, [isDue, load, scroller]);

  if (!hasOlder) return null;
  return (
    <div ref={mark} className="mb-2 flex min-h-8 flex-col items-center gap-1">
      {hasFailed && (
        <p role="alert" className="text-dense text-error">
          {t("thread.older.failed")}
        </p>
      )}
      <button
        type="button"
        className="btn btn-ghost btn-sm js-only pointer-coarse:min-h-11"
        aria-disabled={isLoading}
        onClick={load}
      >
        {t(isLoading ? "thread.older.loading" : "thread.older.load")}
      </button>
    </div>
  );
}
