import Lock from "lucide-react/icons/lock";
import SendHorizontal from "lucide-react/icons/send-horizontal";
import { type FormEvent, type KeyboardEvent, useEffect, useId, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { MAX_BODY } from "../../contracts/reports.ts";
import type { Viewer } from "../../contracts/views.ts";
import type { OutboxDraft, OutboxItem, OutboxKind } from "../../hooks/outbox-state.ts";
import { type Uploads, useUploads } from "../../hooks/photos/use-uploads.ts";
import { useDraft } from "../../hooks/use-draft.ts";
import { PhotoPicker } from "../photos/photo-picker.tsx";

type MessageFormProps = {
  code: string;
  /** For what is said of a label in a photo. */
  resi: string;
  kind: OutboxKind;
  viewer: Viewer;
  /** For a form sent before scripts run; with script every message gets a fresh one. */
  clientId: string;
  send: (draft: OutboxDraft) => void;
  /** A failed one taken back for editing. */
  returned: OutboxItem | null;
};

const FIELDS = ["body"];
const PATH = { message: "messages", note: "notes" } as const;

type Hint = "empty" | "photoFailed";

export function MessageForm(props: MessageFormProps) {
  const { code, resi, kind, viewer, clientId, send, returned } = props;
  const form = useRef<HTMLFormElement>(null);
  const field = useRef<HTMLTextAreaElement>(null);
  const uploads = useUploads({ name: `${kind}/${code}`, about: { code } });
  const [hint, setHint] = useState<Hint | null>(null);
  const draft = useDraft({ name: `${kind}/${viewer.userId}/${code}`, form, fields: FIELDS });
  useReturned(kind, returned, field, uploads);

  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    const text = field.current;
    if (!text) return;
    const missing = findHint(text.value, uploads);
    setHint(missing);
    if (missing === "empty") text.focus();
    if (missing) return;
    send({ kind, body: text.value.trim(), photos: uploads.handOver() });
    text.value = "";
    draft.clear();
    text.focus();
  };

  return (
    <form
      ref={form}
      method="post"
      action={`/pickup-problem/${code}/${PATH[kind]}`}
      encType="multipart/form-data"
      onSubmit={onSubmit}
      className="space-y-2"
    >
      <input type="hidden" name="clientId" value={clientId} />
      <TextField kind={kind} viewer={viewer} field={field} />
      <div className="flex flex-wrap items-end justify-between gap-1.5">
        <PhotoPicker uploads={uploads} name="photo" resi={resi} />
        <SendButton kind={kind} />
      </div>
      <FormHint hint={hint} />
    </form>
  );
}

function findHint(text: string, uploads: Uploads): Hint | null {
  if (uploads.hasRefused) return "photoFailed";
  return text.trim() === "" && uploads.items.length === 0 ? "empty" : null;
}

function FormHint({ hint }: { hint: Hint | null }) {
  const { t } = useTranslation();
  return (
    <p role="status" className={hint ? "text-dense text-error" : "sr-only"}>
      {hint && t(`thread.composer.${hint}`)}
    </p>
  );
}

type TextFieldProps = {
  kind: OutboxKind;
  viewer: Viewer;
  field: React.RefObject<HTMLTextAreaElement>;
};

function TextField({ kind, viewer, field }: TextFieldProps) {
  const { t } = useTranslation();
  const id = useId();
  const hint =
    kind === "note"
      ? t(`thread.composer.note.hint.${viewer.kind}`, { organisation: viewer.organisationName })
      : t("thread.composer.message.hint");
  const tone = kind === "note" ? "textarea-warning border-dashed bg-tint-warning" : "";
  return (
    <div>
      <label htmlFor={id} className="sr-only">
        {t(`thread.composer.${kind}.label`)}
      </label>
      <textarea
        ref={field}
        id={id}
        name="body"
        rows={2}
        maxLength={MAX_BODY}
        placeholder={t(`thread.composer.${kind}.placeholder`)}
        aria-describedby={`${id}-hint`}
        onKeyDown={sendOnChord}
        className={`textarea field-sizing-content max-h-40 min-h-11 w-full @md:min-h-14 ${tone}`}
      />
      <p
        id={`${id}-hint`}
        className={
          kind === "note"
            ? "mt-1 flex items-baseline gap-1.5 text-dense font-medium text-warning"
            : "sr-only"
        }
      >
        {kind === "note" && <Lock aria-hidden="true" className="size-3.5 shrink-0 self-center" />}
        {hint}
      </p>
    </div>
  );
}

/** Enter alone stays a new line: on a phone there is no other way to write one. */
export function sendOnChord(event: KeyboardEvent<HTMLTextAreaElement>): void {
  if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
  event.preventDefault();
  event.currentTarget.form?.requestSubmit();
}

function SendButton({ kind }: { kind: OutboxKind }) {
  const { t } = useTranslation();
  const isNote = kind === "note";
  const Icon = isNote ? Lock : SendHorizontal;
  return (
    <button
      type="submit"
      title={t("thread.composer.keys")}
      className={`btn ms-auto px-3 @md:px-4 ${isNote ? "btn-warning" : "btn-primary"}`}
    >
      <Icon aria-hidden="true" className="size-4" />
      {t(`thread.composer.${kind}.submit`)}
    </button>
  );
}

function useReturned(
  kind: OutboxKind,
  returned: OutboxItem | null,
  field: React.RefObject<HTMLTextAreaElement>,
  uploads: Uploads,
): void {
  const latest = useRef(uploads);
  latest.current = uploads;
  useEffect(() => {
    if (returned?.kind !== kind || !field.current) return;
    const words = [field.current.value.trim(), returned.body];
    field.current.value = words.filter(Boolean).join("\n");
    field.current.dispatchEvent(new Event("input", { bubbles: true }));
    latest.current.takeBack(returned.photos);
    field.current.focus();
  }, [kind, returned, field]);
}
