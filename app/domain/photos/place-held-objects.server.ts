import type { AppContext } from "#app/context.ts";
import { deleteHeldObjects, listHeldObjects, lockWaitingUpload } from "#db/queries/held-objects.ts";
import { setStateOfUpload } from "#db/queries/photos.ts";
import { showSettledPhotos } from "./show-settled-photos.server.ts";

/** Moves one upload's bytes to the store. @returns false when nothing waits, or the store is still away. */
async function placeOne(ctx: AppContext): Promise<boolean> {
  return ctx.db.as("system", async (tx) => {
    const upload = await lockWaitingUpload(tx);
    if (!upload) return false;
    try {
      for (const { key, bytes } of await listHeldObjects(tx, upload.id))
        await ctx.store.put(key, bytes);
    } catch (error) {
      ctx.log.warn({ err: error }, "photos still wait for their store");
      return false;
    }
    await deleteHeldObjects(tx, upload.id);
    await setStateOfUpload(tx, upload.id, "ready");
    return true;
  });
}

/** What waited while the store was away goes there, oldest first, until all of it has or the store fails again. */
export async function placeHeldObjects(ctx: AppContext): Promise<void> {
  while (await placeOne(ctx));
  await showSettledPhotos(ctx);
}
