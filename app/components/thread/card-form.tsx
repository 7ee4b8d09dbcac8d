import { useParams } from "@remix-run/react";
import { type ReactNode, useId, useRef } from "react";
import { useTranslation } from "react-i18next";
import { useUploads } from "../../hooks/photos/use-uploads.ts";
import { useClientId } from "../../hooks/use-client-id.ts";
import { useDraft } from "../../hooks/use-draft.ts";
import { useFormPost } from "../../hooks/use-form-post.ts";
import { PhotoPicker } from "../photos/photo-picker.tsx";
import { FailureNote } from "./failure-note.tsx";

type Words = { name: "body" | "reason"; label: string; hint?: string; isRequired?: boolean };
type Submit = { text: string; tone: string; name?: string; value?: string };

export type CardFormProps = {
  action: string;
  /** Names what was typed on this device. */
  draft: string;
  words: Words;
  hasPhotos?: boolean;
  submits: Submit[];
  /** Other fields, ahead of the words. */
  children?: ReactNode;
};

/** Words, perhaps photos, and a choice: what a card of the thread is answered with. */
export function CardForm(props: CardFormProps) {
  const { action, draft: name, words, hasPhotos = false, submits, children } = props;
  const { t } = useTranslation();
  const form = useRef<HTMLFormElement>(null);
  const { code = "" } = useParams();
  const uploads = useUploads({ name, about: { code } });
  const [clientId, renew] = useClientId();
  const draft = useDraft({ name, form, fields: [words.name] });
  const { onSubmit, isSending, error } = useFormPost(() => {
    form.current?.reset();
    draft.clear();
    uploads.clear();
    renew();
    form.current?.closest("details")?.removeAttribute("open");
  });
  return (
    <form
      ref={form}
      method="post"
      action={action}
      encType={hasPhotos ? "multipart/form-data" : undefined}
      onSubmit={onSubmit}
      className="space-y-2"
    >
      <input type="hidden" name="clientId" value={clientId} suppressHydrationWarning />
      {children}
      <WordsField {...words} />
      {hasPhotos && <PhotoPicker uploads={uploads} name="photo" label={t("thread.uploads.add")} />}
      {error && <FailureNote error={error} />}
      <div className="flex flex-wrap gap-2">
        {submits.map((submit) => (
          <SubmitOne key={submit.text} {...submit} isSending={isSending || uploads.isBusy} />
        ))}
      </div>
    </form>
  );
}

function SubmitOne({ text, tone, name, value, isSending }: Submit & { isSending: boolean }) {
  return (
    <button
      type="submit"
      name={name}
      value={value}
      aria-disabled={isSending}
      onClick={(event) => {
        if (isSending) event.preventDefault();
      }}
      className={`btn btn-sm pointer-coarse:min-h-11 ${tone}`}
    >
      {text}
    </button>
  );
}

function WordsField({ name, label, hint, isRequired }: Words) {
  const id = useId();
  return (
    <div>
      <label htmlFor={id} className="mb-0.5 block text-dense font-medium">
        {label}
      </label>
      <textarea
        id={id}
        name={name}
        rows={2}
        maxLength={name === "body" ? 2000 : 500}
        required={isRequired}
        aria-describedby={hint ? `${id}-hint` : undefined}
        className="textarea field-sizing-content max-h-40 min-h-14 w-full"
      />
      {hint && (
        <p id={`${id}-hint`} className="mt-0.5 text-dense text-muted">
          {hint}
        </p>
      )}
    </div>
  );
}
