import type { AppContext } from "#app/context.ts";
import type { Actor } from "#app/contracts/parties.ts";
import type { PhotoVariant } from "#app/contracts/photos.ts";
import { notFound, unavailable } from "#app/domain/errors.server.ts";
import { findPhoto, findUploads } from "#db/queries/photos.ts";
import type { StoredObject } from "#storage/object-store.ts";

type Keys = { full_key: string; thumb_key: string };

async function open(
  ctx: AppContext,
  keys: Keys | undefined,
  variant: PhotoVariant,
): Promise<StoredObject> {
  if (!keys) throw notFound();
  try {
    return await ctx.store.open(variant === "full" ? keys.full_key : keys.thumb_key);
  } catch (error) {
    ctx.log.error({ err: error }, "photo not readable");
    throw unavailable("store.unavailable");
  }
}

/** A photo leaves only through a report that the asker may see. */
export async function openPhoto(
  ctx: AppContext,
  actor: Actor,
  code: string,
  id: string,
  variant: PhotoVariant,
): Promise<StoredObject> {
  const keys = await ctx.db.as(actor, (tx) => findPhoto(tx, actor, code, id));
  return open(ctx, keys, variant);
}

/** A photo that is in no report yet is its uploader's alone. */
export async function openUpload(
  ctx: AppContext,
  actor: Actor,
  id: string,
  variant: PhotoVariant,
): Promise<StoredObject> {
  const [row] = await ctx.db.as(actor, (tx) => findUploads(tx, actor, [id]));
  return open(ctx, row, variant);
}
