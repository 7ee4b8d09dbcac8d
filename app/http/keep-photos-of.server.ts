import type { RequestContext } from "#app/context.ts";
import type { Actor } from "#app/contracts/parties.ts";
import type { PhotoPurpose } from "#app/contracts/photos.ts";
import { keepUpload } from "#app/domain/photos/keep-upload.server.ts";

/** Keeps the photos of somebody's form on the way. */
export const keepPhotosOf =
  (context: RequestContext, actor: Actor) => (bytes: Uint8Array, purpose: PhotoPurpose) =>
    keepUpload(context, actor, { bytes, purpose });
