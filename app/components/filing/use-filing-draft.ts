import type { RefObject } from "react";
import type { Uploads } from "../../hooks/photos/use-uploads.ts";
import { useDraft } from "../../hooks/use-draft.ts";

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
  /** Names the filing on this device. */
  name: string;
  restore: boolean;
  handover: Uploads;
  ready: Uploads;
};

/** Kept for exactly these parcels, until the server says that they are filed. */
export function useFilingDraft({ form, name, restore, handover, ready }: FilingDraftOptions) {
  const draft = useDraft({ name, form, fields: FIELDS, restore });
  return {
    clear() {
      draft.clear();
      handover.clear();
      ready.clear();
    },
  };
}
