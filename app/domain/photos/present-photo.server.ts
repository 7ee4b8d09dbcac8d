import type { PhotoView } from "#app/contracts/views.ts";
import type { PhotoRecord } from "#db/queries/threads.ts";

/** @param code of the report through which it is seen. */
export const presentPhoto = (code: string, photo: PhotoRecord): PhotoView => ({
  id: photo.id,
  purpose: photo.purpose,
  width: photo.width,
  height: photo.height,
  placeholder: photo.placeholder,
  state: photo.state,
  thumbUrl: `/pickup-problem/${code}/photos/${photo.id}/thumb`,
  fullUrl: `/pickup-problem/${code}/photos/${photo.id}/full`,
});
