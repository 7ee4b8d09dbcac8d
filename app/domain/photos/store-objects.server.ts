import type { AppContext } from "#app/context.ts";
import type { NormalisedPicture } from "#storage/pictures/normalise-picture.ts";
import type { IncomingPicture } from "#storage/pictures/receive-picture.ts";

export type ObjectToStore = { key: string; bytes: Uint8Array | { file: string; size: number } };
type Keys = { full_key: string; thumb_key: string };

export const objectsOf = (
  keys: Keys,
  originalKey: string | null,
  picture: NormalisedPicture,
  incoming: IncomingPicture,
): ObjectToStore[] => [
  { key: keys.full_key, bytes: picture.full.bytes },
  { key: keys.thumb_key, bytes: picture.thumb.bytes },
  ...(originalKey ? [{ key: originalKey, bytes: incoming }] : []),
];

/** @returns those that the store did not take: it is away, full or failing. */
export async function storeObjects(
  ctx: AppContext,
  objects: ObjectToStore[],
): Promise<ObjectToStore[]> {
  const outcomes = await Promise.allSettled(
    objects.map(({ key, bytes }) => ctx.store.put(key, bytes)),
  );
  const failed = outcomes.find((outcome) => outcome.status === "rejected");
  if (failed) ctx.log.error({ err: failed.reason }, "photo not stored");
  return objects.filter((_, at) => outcomes[at]?.status === "rejected");
}
