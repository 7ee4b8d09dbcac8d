import type { AppContext } from "#app/context.ts";

/** Removes objects of a row that is gone. What the store does not remove now, reconciling finds later. */
export async function removeObjects(ctx: AppContext, keys: (string | null)[]): Promise<void> {
  for (const key of keys) {
    if (key === null) continue;
    try {
      await ctx.store.remove(key);
    } catch (error) {
      ctx.log.warn({ err: error, key }, "object left over");
    }
  }
}
