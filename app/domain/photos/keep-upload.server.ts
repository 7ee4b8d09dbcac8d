import type { AppContext } from "#app/context.ts";
import type { Actor } from "#app/contracts/parties.ts";
import { MAX_PHOTO_BYTES, type PhotoPurpose } from "#app/contracts/photos.ts";
import type { UploadView } from "#app/contracts/views.ts";
import { type DomainError, invalid, tooLarge, unavailable } from "#app/domain/errors.server.ts";
import { insertUpload, type UploadRecord } from "#db/queries/photos.ts";
import type { NormalisedPicture } from "#storage/pictures/normalise-picture.ts";

type Keys = { full: string; thumb: string };

/** The pool and the store are another room; their refusals are known by their brand. */
const codeOf = (error: unknown) => (error as { code?: unknown }).code;

function explainRefusal(error: unknown): DomainError | undefined {
  const code = codeOf(error);
  if (typeof code !== "string" || !("refusal" in (error as object))) return undefined;
  if (code === "picture.busy" || code === "picture.timeout") return unavailable(code);
  return code === "picture.too_large" ? tooLarge(code) : invalid(code, { fields: { photo: code } });
}

async function normalise(ctx: AppContext, bytes: Uint8Array): Promise<NormalisedPicture> {
  if (bytes.byteLength > MAX_PHOTO_BYTES)
    throw tooLarge("picture.too_large", { fields: { photo: "picture.too_large" } });
  try {
    return await ctx.pictures.normalise(bytes);
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
  placeholder: null,
  state: "ready",
  advice: [],
  label: null,
  similarTo: null,
});

/** Takes a photo in before there is a report or message for it, so that a failed form never loses it. */
export async function keepUpload(
  ctx: AppContext,
  actor: Actor,
  input: { bytes: Uint8Array; purpose: PhotoPurpose },
): Promise<UploadView> {
  const picture = await normalise(ctx, input.bytes);
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
