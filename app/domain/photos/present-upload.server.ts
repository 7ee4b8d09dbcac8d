import type { UploadView } from "#app/contracts/views.ts";
import type { UploadRecord } from "#db/queries/photos.ts";

export const presentUpload = (row: UploadRecord): UploadView => ({
  id: row.id,
  purpose: row.purpose,
  thumbUrl: `/uploads/${row.id}/thumb`,
  placeholder: row.placeholder,
  state: row.state === "pending" ? "waiting" : row.state,
  advice: row.advice,
  label: row.label,
  similarTo: row.similar_to,
});
