import { useTranslation } from "react-i18next";
import type { TimeZone } from "../../contracts/services.ts";
import type { SeenView } from "../../contracts/thread-views.ts";
import { useLatePart } from "../../hooks/use-late-part.ts";
import { useTimeWords } from "../../hooks/use-time-words.ts";
import type { EntryActionsProps } from "./entry-actions.tsx";

const loadActions = () => import("./entry-actions.tsx");

type EntryFootProps = EntryActionsProps & {
  zone: TimeZone;
  seenBy: SeenView[];
  canChange: boolean;
};

/** Below one's own words: who has seen them, and while they are fresh what one can do about them. */
export function EntryFoot({ seenBy, zone, canChange, ...actions }: EntryFootProps) {
  const EntryActions = useLatePart(loadActions, canChange);
  if (seenBy.length === 0 && !canChange) return null;
  return (
    <div className="mt-0.5 flex min-h-6 flex-wrap items-center justify-end gap-x-2 text-xs text-muted">
      <SeenBy seenBy={seenBy} zone={zone} />
      {EntryActions && <EntryActions {...actions} />}
    </div>
  );
}

const MOST_NAMES = 3;

function SeenBy({ seenBy, zone }: { seenBy: SeenView[]; zone: TimeZone }) {
  const { t } = useTranslation();
  const time = useTimeWords();
  if (seenBy.length === 0) return null;
  const names = seenBy.map(({ name }) => name);
  const first = names.slice(0, MOST_NAMES).join(", ");
  const more = names.length - MOST_NAMES;
  const when = seenBy.map(({ name, at }) => `${name} ${time.day(at, zone)}`);
  return (
    <p className="min-w-0 truncate" title={when.join("\n")} suppressHydrationWarning>
      {t("thread.seen.by", {
        names: more > 0 ? t("thread.seen.more", { names: first, count: more }) : first,
      })}
    </p>
  );
}
