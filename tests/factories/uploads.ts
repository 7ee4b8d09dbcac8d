import type { AppContext } from "#app/context.ts";
import type { Actor } from "#app/contracts/parties.ts";
import type { PhotoPurpose } from "#app/contracts/photos.ts";
import { keepUpload } from "#app/domain/photos/keep-upload.server.ts";
import { type ObjectStore, storeError } from "#storage/object-store.ts";
import type { Place } from "../support/place.ts";
import { readPhoto } from "../support/read-photo.ts";

type Photo = { bytes?: Uint8Array; purpose?: PhotoPurpose };

const putNothing = () => Promise.reject(storeError("store.unavailable", "Away for a test"));

/** The same place while its store takes nothing. */
export const withoutStore = (ctx: AppContext): AppContext => ({
  ...ctx,
  store: { ...ctx.store, put: putNothing },
});

/** For everybody, also for a server that sweeps by itself. @returns what brings it back. */
export function keepStoreAway(store: ObjectStore): () => void {
  const { put } = store;
  store.put = putNothing;
  return () => {
    store.put = put;
  };
}

/** @returns the id of a photo that waits for the store to be back. */
export const buildWaitingUpload = ({ ctx }: Pick<Place, "ctx">, actor: Actor) =>
  buildUpload({ ctx: withoutStore(ctx) }, actor);

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
