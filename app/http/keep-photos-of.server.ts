import type { RequestContext } from "#app/context.ts";
import type { PhotoPurpose } from "#app/contracts/photos.ts";
import { keepUpload } from "#app/domain/photos/keep-upload.server.ts";
import { requireActor } from "./require-actor.server.ts";

/** Keeps the photos of a form on the way; nobody's photo is looked at before we know whose it is. */
export const keepPhotosOf =
  (request: Request, context: RequestContext) => async (bytes: Uint8Array, purpose: PhotoPurpose) =>
    keepUpload(context, await requireActor(request, context), { bytes, purpose });
