import type { AppContext } from "#app/context.ts";
import type { Actor } from "#app/contracts/parties.ts";
import { notFound } from "#app/domain/errors.server.ts";
import { isBrokenReference } from "#db/broken-reference.ts";
import { findOriginalKey } from "#db/queries/evidence.ts";
import { deleteUpload } from "#db/queries/photos.ts";
import { removeObjects } from "./remove-objects.server.ts";

/** A report shows it since this very moment. */
function passOverShown(error: unknown): undefined {
  if (!isBrokenReference(error)) throw error;
}

/** Takes back a photo of one's own that is in no report; one that is in a report stays, for the thread is the record. */
export async function forgetUpload(ctx: AppContext, actor: Actor, id: string): Promise<void> {
  const originalKey = await ctx.db.as("system", (tx) => findOriginalKey(tx, id));
  const row = await ctx.db.as(actor, (tx) => deleteUpload(tx, actor, id)).catch(passOverShown);
  if (!row) throw notFound();
  await removeObjects(ctx, [row.full_key, row.thumb_key, originalKey]);
}
