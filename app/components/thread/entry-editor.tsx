import { type KeyboardEvent, useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { MAX_BODY } from "../../contracts/reports.ts";
import type { EntryView } from "../../contracts/views.ts";
import { useFormPost } from "../../hooks/use-form-post.ts";
import { FailureNote } from "./failure-note.tsx";
import { isEntry } from "./is-entry.ts";
import { sendOnChord } from "./message-form.tsx";

type EntryEditorProps = {
  code: string;
  entry: EntryView;
  onChanged: (entry: EntryView) => void;
  onClose: () => void;
};

/** Own words, changed where they stand. After a failure they stay as typed. */
export default function EntryEditor({ code, entry, onChanged, onClose }: EntryEditorProps) {
  const { t } = useTranslation();
  const field = useRef<HTMLTextAreaElement>(null);
  const { onSubmit, isSending, error } = useFormPost((value) => {
    if (isEntry(value)) onChanged(value);
    onClose();
  });
  useEffect(() => {
    const text = field.current;
    text?.focus();
    text?.setSelectionRange(text.value.length, text.value.length);
  }, []);
  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (event.key === "Escape") onClose();
    else sendOnChord(event);
  };
  return (
    <form
      method="post"
      action={`/pickup-problem/${code}/entries/${entry.id}`}
      onSubmit={onSubmit}
      className="clear-both space-y-2"
    >
      <input type="hidden" name="to" value="edit" />
      <textarea
        ref={field}
        name="body"
        rows={2}
        required
        maxLength={MAX_BODY}
        defaultValue={entry.body}
        aria-label={t("thread.change.edit")}
        onKeyDown={onKeyDown}
        className="textarea field-sizing-content max-h-60 w-full"
      />
      <div className="flex justify-end gap-2">
        <button
          type="button"
          className="btn btn-ghost btn-sm pointer-coarse:min-h-11"
          onClick={onClose}
        >
          {t("thread.change.no")}
        </button>
        <button
          type="submit"
          aria-disabled={isSending}
          className="btn btn-primary btn-sm pointer-coarse:min-h-11"
        >
          {isSending ? t("thread.composer.sending") : t("thread.change.save")}
        </button>
      </div>
      {error && <FailureNote error={error} />}
    </form>
  );
}
