import { readFile } from "node:fs/promises";
import { Readable } from "node:stream";
import { contentTypeOf } from "#storage/keys.ts";
import { type ObjectStore, storeError } from "#storage/object-store.ts";
import { openAddressSigner } from "#storage/signed-address.ts";

/** For tests in which the store itself is not the matter. */
export function memoryStore(now = () => new Date()): ObjectStore & { keys(): string[] } {
  const objects = new Map<string, { bytes: Uint8Array; modifiedAt: Date }>();
  const signer = openAddressSigner("memory");
  return {
    keys: () => [...objects.keys()],
    async put(key, source) {
      const bytes = "file" in source ? await readFile(source.file) : source;
      objects.set(key, { bytes, modifiedAt: now() });
    },
    async open(key, { range } = {}) {
      const found = objects.get(key);
      if (!found) throw storeError("object.missing", "missing");
      const bytes = range ? found.bytes.subarray(range.start, range.end + 1) : found.bytes;
      const stream = Readable.from([bytes]);
      return { stream, size: bytes.byteLength, contentType: contentTypeOf(key) };
    },
    async head(key) {
      const found = objects.get(key);
      if (!found) return undefined;
      const { bytes, modifiedAt } = found;
      return { size: bytes.byteLength, contentType: contentTypeOf(key), modifiedAt };
    },
    sign: async (key, options) => signer.sign(key, options),
    redeem: signer.redeem,
    async remove(key) {
      objects.delete(key);
    },
    async *list(prefix, after = "") {
      for (const key of [...objects.keys()].sort()) {
        const found = objects.get(key);
        if (!found || !key.startsWith(prefix) || key <= after) continue;
        yield { key, size: found.bytes.byteLength, modifiedAt: found.modifiedAt };
      }
    },
    async check() {},
    async close() {},
  };
}
