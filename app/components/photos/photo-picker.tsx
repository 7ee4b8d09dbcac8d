import Camera from "lucide-react/icons/camera";
import ImagePlus from "lucide-react/icons/image-plus";
import { type ChangeEvent, type ReactNode, useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { PHOTO_PURPOSES, type PhotoPurpose } from "../../contracts/photos.ts";
import { MAX_PHOTOS_AN_ENTRY } from "../../contracts/reports.ts";
import type { Uploads } from "../../hooks/photos/use-uploads.ts";
import { useHydrated } from "../../hooks/use-hydrated.ts";
import { ANY_PICTURE, PLAIN_PICTURE } from "./accepted.ts";
import { UploadList } from "./upload-list.tsx";

type PhotoPickerProps = {
  uploads: Uploads;
  /** Field name of the plain file input, for a form sent before scripts run. */
  name: string;
  /** Fixed where the form asks for one kind of photo; else the person chooses. */
  purpose?: PhotoPurpose;
  label?: string;
  describedBy?: string;
  isInvalid?: boolean;
  /** The report's, for what is said of a label in a photo. */
  resi?: string;
};

const BUTTON =
  "btn btn-sm h-auto min-h-8 max-w-full py-1 text-start whitespace-normal pointer-coarse:min-h-11 has-focus-visible:outline-2 has-focus-visible:outline-primary";

export function PhotoPicker(props: PhotoPickerProps) {
  const { uploads, name, purpose, label, describedBy, isInvalid, resi } = props;
  const { t } = useTranslation();
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
  const onChange = (event: ChangeEvent<HTMLInputElement>) => take(event.currentTarget);

  return (
    <div className="min-w-0">
      <div className="flex flex-wrap items-center gap-1.5">
        {!purpose && <PurposeChooser field={chooser} />}
        <FileButton
          icon={<ImagePlus aria-hidden="true" className="size-4" />}
          label={
            label ?? <span className="sr-only @md:not-sr-only">{t("thread.uploads.add")}</span>
          }
        >
          <input
            ref={input}
            type="file"
            // A reload must not choose again what is uploaded already.
            autoComplete="off"
            // Uploaded at once by script, so the form must not carry the file a second time.
            name={isHydrated ? undefined : name}
            accept={isHydrated ? ANY_PICTURE : PLAIN_PICTURE}
            multiple
            aria-describedby={describedBy}
            aria-invalid={isInvalid}
            className={isHydrated ? "sr-only" : "w-28 text-xs"}
            disabled={uploads.isFull}
            onChange={onChange}
          />
        </FileButton>
        {isHydrated && (
          <CameraButton isNamed={label !== undefined} isFull={uploads.isFull} onChange={onChange} />
        )}
      </div>
      {uploads.isFull && (
        <p className="mt-1 text-dense text-muted">
          {t("thread.uploads.full", { max: MAX_PHOTOS_AN_ENTRY })}
        </p>
      )}
      <UploadList uploads={uploads} resi={resi} />
    </div>
  );
}

type FileButtonProps = { icon: ReactNode; label: ReactNode; look?: string; children: ReactNode };

const FileButton = ({ icon, label, look = "", children }: FileButtonProps) => (
  // biome-ignore lint/a11y/noLabelWithoutControl: the control is its child.
  <label className={`${BUTTON} ${look}`}>
    {icon}
    {label}
    {children}
  </label>
);

type CameraButtonProps = {
  /** Where there is room for words. */
  isNamed: boolean;
  isFull: boolean;
  onChange: (event: ChangeEvent<HTMLInputElement>) => void;
};

/** Straight to the camera, where the device has one at its back. */
function CameraButton({ isNamed, isFull, onChange }: CameraButtonProps) {
  const { t } = useTranslation();
  return (
    <FileButton
      icon={<Camera aria-hidden="true" className="size-4" />}
      label={<span className={isNamed ? "" : "sr-only"}>{t("photo.camera")}</span>}
      look="hidden pointer-coarse:inline-flex"
    >
      <input
        type="file"
        accept="image/*"
        capture="environment"
        className="sr-only"
        disabled={isFull}
        onChange={onChange}
      />
    </FileButton>
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
      className="select select-sm w-auto max-w-28 text-ellipsis pointer-coarse:min-h-11 @md:max-w-52"
    >
      {PHOTO_PURPOSES.map((purpose) => (
        <option key={purpose} value={purpose}>
          {t(`purpose.${purpose}`)}
        </option>
      ))}
    </select>
  );
}
