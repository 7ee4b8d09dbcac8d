import type { RequestContext } from "#app/context.ts";
import type { Actor } from "#app/contracts/parties.ts";
import { UploadFields } from "#app/contracts/photos.schema.ts";
import { keepUpload } from "#app/domain/photos/keep-upload.server.ts";
import { receivePhoto } from "#app/domain/photos/receive-photo.server.ts";
import type { PhotoKeeper } from "./taken-photos.server.ts";

/** Keeps the photos of somebody's form on the way. */
export const keepPhotosOf = (context: RequestContext, actor: Actor): PhotoKeeper => ({
  receive: (data) => receivePhoto(context, actor, data),
  keep: (picture, { purpose }) => keepUpload(context, actor, { picture, purpose }),
});

/** Keeps one photo that a device sends alone, with what the device knows of it. */
export const keepPhotoOf = (context: RequestContext, actor: Actor): PhotoKeeper => ({
  receive: (data) => receivePhoto(context, actor, data),
  keep: (picture, { purpose, ...fields }) =>
    keepUpload(context, actor, { picture, purpose, ...UploadFields.parse(fields) }),
});
