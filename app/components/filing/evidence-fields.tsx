import Sun from "lucide-react/icons/sun";
import { useTranslation } from "react-i18next";
import type { PhotoPurpose } from "../../contracts/photos.ts";
import type { Uploads } from "../../hooks/photos/use-uploads.ts";
import { PhotoPicker } from "../photos/photo-picker.tsx";
import { FieldError } from "../ui/field-error.tsx";

type EvidenceFieldsProps = {
  handover: Uploads;
  ready: Uploads;
  /** Undefined where several parcels are filed at once. */
  resi: string | undefined;
  errors: Record<string, string>;
};

/** Which photo is asked for follows the chosen category by CSS, before scripts too. */
export function EvidenceFields({ handover, ready, resi, errors }: EvidenceFieldsProps) {
  const { t } = useTranslation();
  return (
    <section aria-labelledby="evidence-title" className="space-y-3">
      <h2 id="evidence-title" className="font-semibold">
        {t("filing.describe.evidence")}
      </h2>
      <div className="hidden group-has-[[data-handover]:checked]/filing:block">
        <Evidence kind="handover" uploads={handover} resi={resi} error={errors.photo_handover} />
      </div>
      <div className="group-has-[[data-handover]:checked]/filing:hidden">
        <Evidence kind="ready" uploads={ready} resi={resi} error={errors.photo_ready} />
      </div>
      <PhotoTips />
    </section>
  );
}

type EvidenceProps = {
  kind: Extract<PhotoPurpose, "handover" | "ready">;
  uploads: Uploads;
  resi: string | undefined;
  error: string | undefined;
};

function Evidence({ kind, uploads, resi, error }: EvidenceProps) {
  const { t } = useTranslation();
  const name = `photo_${kind}`;
  return (
    <div className="rounded-box border border-base-300 bg-base-100 p-3">
      <p id={`${name}-hint`} className="mb-2 text-dense text-muted">
        {t(`filing.describe.${kind}Hint`)}
      </p>
      <PhotoPicker
        uploads={uploads}
        resi={resi}
        name={name}
        purpose={kind}
        label={t(`filing.describe.${kind}`)}
        describedBy={error ? `${name}-error ${name}-hint` : `${name}-hint`}
        isInvalid={Boolean(error)}
      />
      <FieldError id={`${name}-error`} code={error} />
    </div>
  );
}

function PhotoTips() {
  const { t } = useTranslation();
  return (
    <div className="flex gap-2 text-dense text-muted">
      <Sun aria-hidden="true" className="mt-0.5 size-4 shrink-0" />
      <div>
        <p className="font-medium text-base-content">{t("filing.describe.tips.title")}</p>
        <ul className="list-disc ps-4">
          {(["light", "focus", "angles", "private"] as const).map((tip) => (
            <li key={tip}>{t(`filing.describe.tips.${tip}`)}</li>
          ))}
        </ul>
      </div>
    </div>
  );
}
