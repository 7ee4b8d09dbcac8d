import type { Actor } from "#app/contracts/parties.ts";
import type { PhotoPurpose } from "#app/contracts/photos.ts";
import { keepUpload } from "#app/domain/photos/keep-upload.server.ts";
import type { Place } from "../support/place.ts";
import { readPhoto } from "../support/read-photo.ts";

type Photo = { bytes?: Uint8Array; purpose?: PhotoPurpose };

/** @returns the id of a photo that has no report yet. */
export async function buildUpload(
  { ctx }: Pick<Place, "ctx">,
  actor: Actor,
  { bytes = readPhoto(), purpose = "ready" }: Photo = {},
): Promise<string> {
  const picture = await ctx.pictures.receive([bytes]);
  try {
    return (await keepUpload(ctx, actor, { picture, purpose })).id;
  } finally {
    await picture.discard();
  }
}
