import type { UploadView } from "#app/contracts/views.ts";

export const buildUpload = (id: string, given: Partial<UploadView> = {}): UploadView => ({
  ...{ id, purpose: "handover", thumbUrl: `/t/${id}`, placeholder: null, state: "ready" },
  ...{ advice: [], label: null, similarTo: null },
  ...given,
});
