import ImagePlus from "lucide-react/icons/image-plus";
import { type ChangeEvent, useEffect, useId, useRef } from "react";
import { useTranslation } from "react-i18next";
import { PHOTO_PURPOSES, type PhotoPurpose } from "../../contracts/photos.ts";
import { MAX_PHOTOS_AN_ENTRY } from "../../contracts/reports.ts";
import { useHydrated } from "../../hooks/use-hydrated.ts";
import type { Uploads } from "../../hooks/use-uploads.ts";
import { UploadLine } from "./upload-line.tsx";

type PhotoPickerProps = {
  uploads: Uploads;
  /** Field name of the plain file input, for a form sent before scripts run. */
  name: string;
  /** Fixed where the form asks for one kind of photo; else the person chooses. */
  purpose?: PhotoPurpose;
  label?: string;
  describedBy?: string;
  isInvalid?: boolean;
};

export const ACCEPTED_PHOTOS = ["image/jpeg", "image/png", "image/webp"];

export function PhotoPicker(props: PhotoPickerProps) {
  const { uploads, name, purpose, label, describedBy, isInvalid } = props;
  const { t } = useTranslation();
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const chooser = useRef<HTMLSelectElement>(null);
  const isHydrated = useHydrated();
  const latest = useRef(uploads);
  latest.current = uploads;

  const take = (field: HTMLInputElement) => {
    const chosen = (purpose ?? chooser.current?.value ?? "other") as PhotoPurpose;
    if (field.files?.length) latest.current.add(field.files, chosen);
    field.value = "";
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, for files chosen before hydration.
  useEffect(() => {
    if (input.current) take(input.current);
  }, []);

  return (
    <div className="min-w-0">
      <div className="flex flex-wrap items-center gap-1.5">
        {!purpose && <PurposeChooser field={chooser} />}
        <label
          htmlFor={id}
          className="btn btn-sm h-auto min-h-8 max-w-full py-1 text-start whitespace-normal pointer-coarse:min-h-11 has-focus-visible:outline-2 has-focus-visible:outline-primary"
        >
          <ImagePlus aria-hidden="true" className="size-4" />
          {label ?? <span className="sr-only @md:not-sr-only">{t("thread.uploads.add")}</span>}
          <input
            ref={input}
            id={id}
            type="file"
            // A reload must not choose again what is uploaded already.
            autoComplete="off"
            // Uploaded at once by script, so the form must not carry the file a second time.
            name={isHydrated ? undefined : name}
            accept={ACCEPTED_PHOTOS.join()}
            multiple
            aria-describedby={describedBy}
            aria-invalid={isInvalid}
            className={isHydrated ? "sr-only" : "w-28 text-xs"}
            disabled={uploads.isFull}
            onChange={(event: ChangeEvent<HTMLInputElement>) => take(event.currentTarget)}
          />
        </label>
      </div>
      {uploads.isFull && (
        <p className="mt-1 text-dense text-muted">
          {t("thread.uploads.full", { max: MAX_PHOTOS_AN_ENTRY })}
        </p>
      )}
      <UploadList uploads={uploads} />
    </div>
  );
}

function PurposeChooser({ field }: { field: React.RefObject<HTMLSelectElement> }) {
  const { t } = useTranslation();
  return (
    <select
      ref={field}
      name="purpose"
      defaultValue="other"
      aria-label={t("thread.uploads.purpose")}
      className="select select-sm w-auto max-w-28 pointer-coarse:min-h-11 @md:max-w-52"
    >
      {PHOTO_PURPOSES.map((purpose) => (
        <option key={purpose} value={purpose}>
          {t(`purpose.${purpose}`)}
        </option>
      ))}
    </select>
  );
}

function UploadList({ uploads }: { uploads: Uploads }) {
  const { t } = useTranslation();
  if (uploads.items.length === 0) return null;
  return (
    <ul aria-label={t("thread.uploads.list")} className="mt-2 grid gap-1.5 sm:grid-cols-2">
      {uploads.items.map((item) => (
        <UploadLine
          key={item.key}
          item={item}
          onRetry={() => uploads.retry(item.key)}
          onRemove={() => uploads.remove(item.key)}
        />
      ))}
    </ul>
  );
}
