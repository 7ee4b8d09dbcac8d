import Pencil from "lucide-react/icons/pencil";
import Trash2 from "lucide-react/icons/trash-2";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { TimeZone } from "../../contracts/services.ts";
import type { EntryView, SeenView } from "../../contracts/views.ts";
import { useFormPost } from "../../hooks/use-form-post.ts";
import { useTimeWords } from "../../hooks/use-time-words.ts";
import { FailureNote } from "./failure-note.tsx";
import { isEntry } from "./is-entry.ts";

type EntryFootProps = {
  code: string;
  entry: EntryView;
  zone: TimeZone;
  seenBy: SeenView[];
  canChange: boolean;
  onEdit: () => void;
  onChanged: (entry: EntryView) => void;
};

/** Below one's own words: who has seen them, and while they are fresh what one can do about them. */
export function EntryFoot({ seenBy, zone, canChange, ...actions }: EntryFootProps) {
  if (seenBy.length === 0 && !canChange) return null;
  return (
    <div className="mt-0.5 flex flex-wrap items-center justify-end gap-x-2 text-xs text-muted">
      <SeenBy seenBy={seenBy} zone={zone} />
      {canChange && <EntryActions {...actions} />}
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

type EntryActionsProps = Omit<EntryFootProps, "seenBy" | "zone" | "canChange">;

const ICON_BUTTON = "btn btn-ghost btn-xs btn-square pointer-coarse:size-9";

function EntryActions({ code, entry, onEdit, onChanged }: EntryActionsProps) {
  const { t } = useTranslation();
  const [isAsking, setIsAsking] = useState(false);
  const { onSubmit, isSending, error } = useFormPost((value) => isEntry(value) && onChanged(value));
  if (!isAsking) {
    return (
      <span className="js-only -me-1 flex">
        <button
          type="button"
          data-edit-own
          className={ICON_BUTTON}
          aria-label={t("thread.change.edit")}
          title={t("thread.change.edit")}
          onClick={onEdit}
        >
          <Pencil aria-hidden="true" className="size-3.5" />
        </button>
        <button
          type="button"
          className={ICON_BUTTON}
          aria-label={t("thread.change.remove")}
          title={t("thread.change.remove")}
          onClick={() => setIsAsking(true)}
        >
          <Trash2 aria-hidden="true" className="size-3.5" />
        </button>
      </span>
    );
  }
  return (
    <form
      method="post"
      action={`/pickup-problem/${code}/entries/${entry.id}`}
      onSubmit={onSubmit}
      className="flex flex-wrap items-center justify-end gap-2"
    >
      <input type="hidden" name="to" value="delete" />
      <span>{t("thread.change.ask")}</span>
      <button
        type="submit"
        // biome-ignore lint/a11y/noAutofocus: the question stands in the place of the button just pressed.
        autoFocus
        aria-disabled={isSending}
        className="btn btn-error btn-xs pointer-coarse:min-h-9"
      >
        {t("thread.change.yes")}
      </button>
      <button
        type="button"
        className="btn btn-ghost btn-xs pointer-coarse:min-h-9"
        onClick={() => setIsAsking(false)}
      >
        {t("thread.change.no")}
      </button>
      {error && <FailureNote error={error} />}
    </form>
  );
}
