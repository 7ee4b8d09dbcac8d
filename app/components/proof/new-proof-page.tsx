import { Form } from "@remix-run/react";
import { type FormEvent, useId, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Problem } from "../../contracts/errors.ts";
import { MAX_RESI_A_PROOF, type OpenResi } from "../../contracts/proofs.ts";
import { MAX_BODY } from "../../contracts/reports.ts";
import type { UploadView } from "../../contracts/views.ts";
import { type Uploads, useUploads } from "../../hooks/photos/use-uploads.ts";
import { useDraft } from "../../hooks/use-draft.ts";
import { useWhenSent } from "../../hooks/use-when-sent.ts";
import { findPhotoHint } from "../photos/photo-hint.ts";
import { PhotoPicker } from "../photos/photo-picker.tsx";
import { FieldError } from "../ui/field-error.tsx";
import { FocusedProblem } from "../ui/focused-problem.tsx";
import { SectionBody } from "../ui/section-head.tsx";
import { SubmitButton } from "../ui/submit-button.tsx";
import { OpenResiList } from "./open-resi-list.tsx";
import { ResiField } from "./resi-field.tsx";
import { useListedResi } from "./use-listed-resi.ts";

const PATH = "/proofs/new";
const PLACE = { name: "proof", about: { parcels: [] } };

const FIELDS = ["list", "body"];

type Values = Record<string, string | string[]>;

export type NewProofPageProps = {
  open: OpenResi[];
  /** Photos that are here already, such as after a refused form. */
  uploads: UploadView[];
  clientId: string;
  values: Values;
  problem: Problem | null;
};

const textOf = (values: Values, name: string) => [values[name] ?? ""].flat().at(-1) ?? "";

export function NewProofPage({ open, values, problem, ...page }: NewProofPageProps) {
  const { t } = useTranslation();
  const uploads = useUploads(PLACE, page.uploads);
  const form = useRef<HTMLFormElement>(null);
  const draft = useDraft({ name: "proof", form, fields: FIELDS, restore: problem === null });
  useWhenSent(PATH, () => {
    uploads.clear();
    draft.clear();
  });
  const ticked = [values.pick ?? []].flat();
  const resi = useListedResi(form, [textOf(values, "list"), ...ticked].join("\n"));
  // The same proof, sent again, is the same one.
  const [clientId] = useState(textOf(values, "clientId") || page.clientId);
  const [isHeld, setIsHeld] = useState(false);
  const errors = problem?.fields ?? {};
  const hint = findPhotoHint([uploads]);
  const onSubmit = (event: FormEvent) => {
    setIsHeld(hint !== null);
    if (hint) event.preventDefault();
  };
  return (
    <SectionBody>
      <header>
        <h1 className="text-lg font-semibold tracking-tight">{t("page.newProof")}</h1>
        <p className="max-w-2xl text-dense text-muted">{t("proof.new.lead")}</p>
      </header>
      {problem && <FocusedProblem problem={problem} />}
      <Form
        ref={form}
        method="post"
        action={PATH}
        encType="multipart/form-data"
        onSubmit={onSubmit}
        className="max-w-2xl space-y-6"
      >
        <input type="hidden" name="clientId" value={clientId} />
        <PhotoField uploads={uploads} error={errors.upload ?? errors.photo_handover} />
        <ResiField
          value={textOf(values, "list")}
          error={errors.list}
          count={resi.listed.size}
          max={MAX_RESI_A_PROOF}
          onRead={resi.read}
        />
        <OpenResiList open={open} resi={resi} isOpen={ticked.length > 0} />
        <BodyField value={textOf(values, "body")} error={errors.body} />
        <div className="flex flex-wrap items-center justify-end gap-3">
          <p role="status" className="text-dense text-muted">
            {isHeld && hint && t(`thread.composer.${hint}`)}
          </p>
          <SubmitButton pendingText={t("proof.new.sending")}>{t("proof.new.submit")}</SubmitButton>
        </div>
      </Form>
    </SectionBody>
  );
}

type PhotoFieldProps = { uploads: Uploads; error: string | undefined };

function PhotoField({ uploads, error }: PhotoFieldProps) {
  const { t } = useTranslation();
  const id = useId();
  return (
    <section aria-labelledby={id}>
      <h2 id={id} className="font-semibold">
        {t("proof.new.photo")}
      </h2>
      <p id={`${id}-hint`} className="mb-2 text-dense text-muted">
        {t("proof.new.photoHint")}
      </p>
      <PhotoPicker
        uploads={uploads}
        name="photo_handover"
        purpose="handover"
        label={t("proof.new.choosePhoto")}
        describedBy={error ? `${id}-error ${id}-hint` : `${id}-hint`}
        isInvalid={Boolean(error)}
      />
      <FieldError id={`${id}-error`} code={error} />
    </section>
  );
}

function BodyField({ value, error }: { value: string; error: string | undefined }) {
  const { t } = useTranslation();
  const id = useId();
  return (
    <div>
      <label htmlFor={id} className="block font-semibold">
        {t("proof.new.body")}
      </label>
      <p id={`${id}-hint`} className="mb-1 text-dense text-muted">
        {t("proof.new.bodyHint")}
      </p>
      <textarea
        id={id}
        name="body"
        rows={2}
        maxLength={MAX_BODY}
        defaultValue={value}
        aria-describedby={error ? `${id}-error ${id}-hint` : `${id}-hint`}
        aria-invalid={Boolean(error)}
        className="textarea field-sizing-content max-h-60 min-h-16 w-full border-edge"
      />
      <FieldError id={`${id}-error`} code={error} />
    </div>
  );
}
