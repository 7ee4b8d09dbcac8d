import { useNavigation } from "@remix-run/react";
import { type RefObject, useEffect } from "react";
import type { FilingParcel } from "../../contracts/views.ts";
import { useDraft } from "../../hooks/use-draft.ts";

const HERE = "/pickup-problem/new";
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
};

/** Kept for exactly these parcels, until the server leads on to what it filed. */
export function useFilingDraft({ form, parcels, restore }: FilingDraftOptions): void {
  const ids = parcels.map((parcel) => parcel.id).sort();
  const draft = useDraft({ name: `filing/${ids.join("+")}`, form, fields: FIELDS, restore });
  const { state, formMethod, location } = useNavigation();
  const isFiled = state === "loading" && formMethod === "POST" && location?.pathname !== HERE;
  useEffect(() => {
    if (isFiled) draft.clear();
  }, [isFiled, draft.clear]);
}
