import type { AppContext } from "#app/context.ts";
import type { Actor } from "#app/contracts/parties.ts";
import type { PhotoPurpose } from "#app/contracts/photos.ts";
import type { UploadView } from "#app/contracts/views.ts";
import { unavailable } from "#app/domain/errors.server.ts";
import { insertUpload, type UploadRecord } from "#db/queries/photos.ts";
import type { NormalisedPicture } from "#storage/pictures/normalise-picture.ts";
import type { IncomingPicture } from "#storage/pictures/receive-picture.ts";
import { explainRefusal } from "./explain-refusal.server.ts";

type Keys = { full: string; thumb: string };

async function normalise(ctx: AppContext, picture: IncomingPicture): Promise<NormalisedPicture> {
  try {
    return await ctx.pictures.normalise(picture);
  } catch (error) {
    throw explainRefusal(error) ?? error;
  }
}

/** Bytes before the row: a row never points at nothing, and bytes without a row can be found and removed. */
async function storePicture(ctx: AppContext, keys: Keys, picture: NormalisedPicture) {
  try {
    await ctx.store.put(keys.full, picture.full.bytes);
    await ctx.store.put(keys.thumb, picture.thumb.bytes);
  } catch (error) {
    ctx.log.error({ err: error }, "photo not stored");
    throw unavailable("store.unavailable");
  }
}

export const presentUpload = (row: UploadRecord): UploadView => ({
  id: row.id,
  purpose: row.purpose,
  thumbUrl: `/uploads/${row.id}/thumb`,
});

/** Takes a photo in before there is a report or message for it, so that a failed form never loses it. */
export async function keepUpload(
  ctx: AppContext,
  actor: Actor,
  input: { picture: IncomingPicture; purpose: PhotoPurpose },
): Promise<UploadView> {
  const picture = await normalise(ctx, input.picture);
  const keys = ctx.newPhotoKeys();
  await storePicture(ctx, keys, picture);
  const row = await ctx.db.as(actor, (tx) =>
    insertUpload(tx, {
      owner_org_id: actor.organisationId,
      owner_user_id: actor.userId,
      owner_side: actor.kind,
      purpose: input.purpose,
      full_key: keys.full,
      thumb_key: keys.thumb,
      width: picture.full.width,
      height: picture.full.height,
      bytes: picture.full.bytes.byteLength,
      original_sha256: picture.originalSha256,
      captured_at: picture.capturedAt,
      received_at: ctx.clock.now(),
    }),
  );
  return presentUpload(row);
}
