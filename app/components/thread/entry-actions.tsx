import Pencil from "lucide-react/icons/pencil";
import Trash2 from "lucide-react/icons/trash-2";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import type { EntryView } from "../../contracts/views.ts";
import { useFormPost } from "../../hooks/use-form-post.ts";
import { FailureNote } from "./failure-note.tsx";
import { isEntry } from "./is-entry.ts";

export type EntryActionsProps = {
  code: string;
  entry: EntryView;
  onEdit: () => void;
  onChanged: (entry: EntryView) => void;
};

const ICON_BUTTON = "btn btn-ghost btn-xs btn-square pointer-coarse:size-9";

/** Editing and deleting, as long as the words are fresh. */
export default function EntryActions({ code, entry, onEdit, onChanged }: EntryActionsProps) {
  const { t } = useTranslation();
  const [isAsking, setIsAsking] = useState(false);
  // There before it is asked for, so that it opens without a network too.
  useEffect(() => void import("./entry-editor.tsx").catch(() => {}), []);
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
