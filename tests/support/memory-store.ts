import { Readable } from "node:stream";
import type { ObjectStore } from "#storage/object-store.ts";

/** For tests in which the store itself is not the matter. */
export function memoryStore(): ObjectStore & { keys(): string[] } {
  const objects = new Map<string, Uint8Array>();
  return {
    keys: () => [...objects.keys()],
    async put(key, bytes) {
      objects.set(key, bytes);
    },
    async open(key) {
      const bytes = objects.get(key);
      if (!bytes) throw Object.assign(new Error("missing"), { code: "object.missing" });
      return { stream: Readable.from([bytes]), size: bytes.byteLength, contentType: "image/jpeg" };
    },
    async remove(key) {
      objects.delete(key);
    },
    async check() {},
    async close() {},
  };
}
