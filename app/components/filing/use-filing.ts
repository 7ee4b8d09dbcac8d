import { type FormEvent, type RefObject, useState } from "react";
import type { Problem } from "../../contracts/errors.ts";
import type { FilingParcel } from "../../contracts/filing-views.ts";
import type { UploadView } from "../../contracts/views.ts";
import { type Uploads, useUploads } from "../../hooks/photos/use-uploads.ts";
import { useFilingPost } from "../../hooks/use-filing-post.ts";
import { findPhotoHint, type PhotoHint } from "../photos/photo-hint.ts";
import { useFilingDraft } from "./use-filing-draft.ts";

export type FilingHint = PhotoHint | "unreached";

type FilingPage = {
  parcels: FilingParcel[];
  uploads: UploadView[];
  values: { clientId: string };
  problem: Problem | null;
};

export type FilingForm = {
  handover: Uploads;
  ready: Uploads;
  /** Kept over a reload of the page's data, so that the same filing sent again is known as the same. */
  clientId: string;
  problem: Problem | null;
  hint: FilingHint | null;
  isSending: boolean;
  onSubmit: (event: FormEvent<HTMLFormElement>) => void;
};

/** The filing as the seller works on it: photos, draft, and what became of sending it. */
export function useFiling(page: FilingPage, form: RefObject<HTMLFormElement>): FilingForm {
  const { parcels } = page;
  const [clientId] = useState(page.values.clientId);
  const [isTried, setIsTried] = useState(false);
  const held = (isHandover: boolean) =>
    page.uploads.filter((upload) => (upload.purpose === "handover") === isHandover);
  const ids = parcels.map((parcel) => parcel.id).sort();
  const name = `filing/${ids.join("+")}`;
  const about = { parcels: ids };
  const handover = useUploads({ name: `${name}/handover`, about }, held(true));
  const ready = useUploads({ name: `${name}/ready`, about }, held(false));
  const restore = page.problem === null;
  const draft = useFilingDraft({ form, name, restore, handover, ready });
  const { send, isSending, outcome } = useFilingPost(draft.clear);
  const photos = findPhotoHint([handover, ready]);

  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    setIsTried(true);
    if (photos === null && !isSending) void send(event.currentTarget);
  };
  const problem = outcome?.type === "refused" ? outcome.problem : null;
  const isUnreached = outcome?.type === "unreached";
  const hint = isUnreached ? "unreached" : photos === "photoFailed" && !isTried ? null : photos;
  return {
    handover,
    ready,
    clientId,
    problem: problem ?? (isTried ? null : page.problem),
    hint,
    isSending,
    onSubmit,
  };
}
