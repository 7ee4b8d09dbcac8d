import { Readable } from "node:stream";
import type { AppContext } from "#app/context.ts";
import type { Actor } from "#app/contracts/parties.ts";
import type { PhotoVariant } from "#app/contracts/photos.ts";
import { notFound, unavailable } from "#app/domain/errors.server.ts";
import { findHeldObject } from "#db/queries/held-objects.ts";
import { findPhoto, findUploads } from "#db/queries/photos.ts";
import type { StoredObject } from "#storage/object-store.ts";

type Kept = { full_key: string; thumb_key: string; state: string };

const keyOf = (kept: Kept, variant: PhotoVariant) =>
  variant === "full" ? kept.full_key : kept.thumb_key;

/** Only who was let see the photo gets here. */
async function openHeld(ctx: AppContext, key: string): Promise<StoredObject | undefined> {
  const held = await ctx.db.as("system", (tx) => findHeldObject(tx, key));
  if (!held) return undefined;
  const { bytes } = held;
  return {
    stream: Readable.from([bytes]),
    size: bytes.byteLength,
    contentType: "image/jpeg",
  };
}

async function open(
  ctx: AppContext,
  kept: Kept | undefined,
  variant: PhotoVariant,
): Promise<StoredObject> {
  if (!kept || kept.state === "erased") throw notFound();
  const key = keyOf(kept, variant);
  const held = kept.state === "waiting" ? await openHeld(ctx, key) : undefined;
  if (held) return held;
  try {
    return await ctx.store.open(key);
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
  const kept = await ctx.db.as(actor, (tx) => findPhoto(tx, actor, code, id));
  return open(ctx, kept, variant);
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
