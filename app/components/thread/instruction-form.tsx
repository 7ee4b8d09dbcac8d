import { useEffect, useId, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { findInstruction, type InstructionCode } from "../../contracts/instructions.ts";
import { MAX_BODY } from "../../contracts/reports.ts";
import type { TimeZone } from "../../contracts/services.ts";
import type { Viewer } from "../../contracts/views.ts";
import { newClientId } from "../../hooks/client-id.ts";
import { useUploads } from "../../hooks/photos/use-uploads.ts";
import { useDraft } from "../../hooks/use-draft.ts";
import { useFormPost } from "../../hooks/use-form-post.ts";
import { useNow } from "../../hooks/use-now.ts";
import { PhotoPicker } from "../photos/photo-picker.tsx";
import { DueFields, proposeDue } from "./due-fields.tsx";
import { FailureNote } from "./failure-note.tsx";
import { sendOnChord } from "./message-form.tsx";
import { PromiseFields } from "./promise-fields.tsx";

type InstructionFormProps = {
  code: string;
  resi: string;
  choices: InstructionCode[];
  zone: TimeZone;
  viewer: Viewer;
  clientId: string;
  onSent: (value: object) => void;
};

const FIELDS = [
  "code",
  "detail",
  "dueDate",
  "dueTime",
  "courierName",
  "courierPhone",
  "courierPlate",
];

export function InstructionForm(props: InstructionFormProps) {
  const { code, resi, choices, zone, viewer, onSent } = props;
  const { t } = useTranslation();
  const form = useRef<HTMLFormElement>(null);
  const uploads = useUploads({ name: `instruction/${code}`, about: { code } });
  const [clientId, setClientId] = useState(props.clientId);
  const draft = useDraft({ name: `instruction/${viewer.userId}/${code}`, form, fields: FIELDS });
  const { onSubmit, isSending, error } = useFormPost((value) => {
    form.current?.reset();
    draft.clear();
    uploads.clear();
    setClientId(newClientId());
    onSent(value);
  });
  useEffect(() => setClientId(props.clientId), [props.clientId]);

  return (
    <form
      ref={form}
      method="post"
      action={`/pickup-problem/${code}/instructions`}
      encType="multipart/form-data"
      onSubmit={onSubmit}
      className="group/instruction space-y-3"
    >
      <input type="hidden" name="clientId" value={clientId} />
      <ChoiceField choices={choices} zone={zone} />
      <div className="hidden group-has-[option[data-promise]:checked]/instruction:block">
        <PromiseFields zone={zone} />
      </div>
      <div className="group-has-[option[data-promise]:checked]/instruction:hidden">
        <DueFields zone={zone} />
      </div>
      <DetailField />
      <div className="flex flex-wrap items-end justify-between gap-2">
        <PhotoPicker uploads={uploads} name="photo" resi={resi} />
        <button
          type="submit"
          className="btn btn-primary ms-auto"
          aria-disabled={isSending || uploads.isBusy}
          onClick={(event) => {
            if (uploads.isBusy) event.preventDefault();
          }}
        >
          {isSending ? t("thread.composer.sending") : t("thread.composer.instruction.submit")}
        </button>
      </div>
      {error && <FailureNote error={error} />}
    </form>
  );
}

function ChoiceField({ choices, zone }: Pick<InstructionFormProps, "choices" | "zone">) {
  const { t } = useTranslation();
  const now = useNow();
  const id = useId();
  return (
    <div>
      <label htmlFor={id} className="mb-0.5 block text-dense font-medium">
        {t("thread.composer.instruction.choice")}
      </label>
      <select
        id={id}
        name="code"
        required
        defaultValue=""
        className="select w-full"
        onChange={({ currentTarget: { form, value } }) => {
          if (form) proposeDue(form, findInstruction(value)?.dueHours, { now, zone });
        }}
      >
        <option value="">{t("thread.composer.instruction.choose")}</option>
        {choices.map((choice) => {
          const row = findInstruction(choice);
          const side =
            row && t("thread.composer.instruction.toSide", { side: t(`side.${row.to}`) });
          return (
            <option key={choice} value={choice} data-promise={row?.promise}>
              {t(`instruction.${choice}`)}
              {side && ` · ${side}`}
            </option>
          );
        })}
      </select>
    </div>
  );
}

function DetailField() {
  const { t } = useTranslation();
  const id = useId();
  return (
    <div>
      <label htmlFor={id} className="mb-0.5 block text-dense font-medium">
        {t("thread.composer.instruction.detail")}
      </label>
      <textarea
        id={id}
        name="detail"
        rows={2}
        maxLength={MAX_BODY}
        aria-describedby={`${id}-hint`}
        onKeyDown={sendOnChord}
        className="textarea field-sizing-content max-h-40 min-h-14 w-full"
      />
      <p id={`${id}-hint`} className="mt-0.5 text-dense text-muted">
        {t("thread.composer.instruction.detailHint")}
      </p>
    </div>
  );
}
