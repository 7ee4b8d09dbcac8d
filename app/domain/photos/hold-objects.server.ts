import { readFile } from "node:fs/promises";
import type { AppContext, Tx } from "#app/context.ts";
import { unavailable } from "#app/domain/errors.server.ts";
import { insertHeldObjects, sumHeldBytes } from "#db/queries/held-objects.ts";
import type { ObjectToStore } from "./store-objects.server.ts";

/** A day of photos of a busy site, and not all of the database's disk. */
const MOST_HELD_BYTES = 2 * 1024 ** 3;
/** Larger originals than what a phone sends over a bad line are not worth the database's memory. */
const MOST_ORIGINAL_BYTES = 8 * 1024 ** 2;

export type HeldObject = { key: string; bytes: Uint8Array };

/** Reads what must wait, before the transaction in which it is held. */
export async function gatherObjects(objects: ObjectToStore[]): Promise<HeldObject[]> {
  const small = objects.filter(
    ({ bytes }) => bytes instanceof Uint8Array || bytes.size <= MOST_ORIGINAL_BYTES,
  );
  return Promise.all(
    small.map(async ({ key, bytes }) => ({
      key,
      bytes: bytes instanceof Uint8Array ? bytes : await readFile(bytes.file),
    })),
  );
}

/** Keeps bytes in the database until the store is back. Throws `store.unavailable` when too many wait. */
export async function holdObjects(
  ctx: AppContext,
  tx: Tx,
  uploadId: string,
  objects: HeldObject[],
): Promise<void> {
  if (objects.length === 0) return;
  if ((await sumHeldBytes(tx)) > MOST_HELD_BYTES) throw unavailable("store.unavailable");
  const held_at = ctx.clock.now();
  await insertHeldObjects(
    tx,
    objects.map(({ key, bytes }) => ({ key, upload_id: uploadId, bytes, held_at })),
  );
}
