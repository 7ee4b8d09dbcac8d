import { type RefObject, useCallback, useEffect, useRef } from "react";
import type { FilingParcel } from "../../contracts/filing-views.ts";
import type { UploadView } from "../../contracts/views.ts";
import { readStored, removeStored, writeStored } from "../../hooks/device-storage.ts";
import { useDraft } from "../../hooks/use-draft.ts";
import type { Uploads } from "../../hooks/use-uploads.ts";

const FIELDS = [
  "body",
  "readiness.street",
  "readiness.rt",
  "readiness.rw",
  "readiness.ward",
  "readiness.landmark",
  "readiness.whatsapp",
];

type FilingDraftOptions = {
  form: RefObject<HTMLFormElement>;
  parcels: FilingParcel[];
  restore: boolean;
  handover: Uploads;
  ready: Uploads;
};

/** Kept for exactly these parcels, until the server says that they are filed. */
export function useFilingDraft({ form, parcels, restore, ...photos }: FilingDraftOptions) {
  const ids = parcels.map((parcel) => parcel.id).sort();
  const name = `filing/${ids.join("+")}`;
  const draft = useDraft({ name, form, fields: FIELDS, restore });
  const forgetHandover = useKeptPhotos(`draft/${name}/handover`, photos.handover, restore);
  const forgetReady = useKeptPhotos(`draft/${name}/ready`, photos.ready, restore);
  return {
    clear() {
      draft.clear();
      forgetHandover();
      forgetReady();
    },
  };
}

const isUpload = (value: unknown): value is UploadView =>
  typeof value === "object" && value !== null && "id" in value && "thumbUrl" in value;

/** The server holds the photos already; what a reload would lose is which ones they are. */
function useKeptPhotos(key: string, uploads: Uploads, restore: boolean): () => void {
  const { done } = uploads;
  const isRestored = useRef(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, over the server's markup.
  useEffect(() => {
    const stored = restore ? readStored(key) : null;
    if (Array.isArray(stored) && stored.length > 0) uploads.restore(stored.filter(isUpload));
  }, [key]);

  const ids = done.map((upload) => upload.id).join(" ");
  // biome-ignore lint/correctness/useExhaustiveDependencies: the ids say whether the photos changed.
  useEffect(() => {
    // The first run still sees what was there before the stored ones came back.
    if (isRestored.current) done.length > 0 ? writeStored(key, done) : removeStored(key);
    isRestored.current = true;
  }, [key, ids]);

  return useCallback(() => removeStored(key), [key]);
}
