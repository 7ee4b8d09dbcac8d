import { createHash, randomBytes } from "node:crypto";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buffer } from "node:stream/consumers";
import type { ByteRange, ListedObject, ObjectStore } from "#storage/object-store.ts";

export type OpenedStore = {
  store: ObjectStore;
  /** Against which signed addresses are read that are paths. */
  base?: string;
  close?(): Promise<unknown>;
};

export const sha256 = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex");
export const inline = (seconds: number) => ({ seconds, disposition: "inline" as const });

/** A store with what the tests of its contract do to it. */
export async function giveStore({ store, base, close }: OpenedStore) {
  const folder = await mkdtemp(join(tmpdir(), "sources-"));
  return {
    store,
    async read(key: string, range?: ByteRange) {
      const { stream, ...about } = await store.open(key, { range });
      return { ...about, bytes: await buffer(stream) };
    },
    /** A file of random bytes, to be written as an object. */
    async makeFile(size: number) {
      const bytes = randomBytes(size);
      const file = join(folder, sha256(bytes));
      await writeFile(file, bytes);
      return { bytes, source: { file, size } };
    },
    async listAll(prefix: string, after?: string): Promise<ListedObject[]> {
      const found: ListedObject[] = [];
      for await (const object of store.list(prefix, after)) found.push(object);
      return found;
    },
    fetchSigned: (address: string, init?: RequestInit) => fetch(new URL(address, base), init),
    async close() {
      await store.close();
      await close?.();
      await rm(folder, { recursive: true });
    },
  };
}

export type GivenStore = Awaited<ReturnType<typeof giveStore>>;
