import { randomUUID } from "node:crypto";
import type { Stats } from "node:fs";
import { type FileHandle, mkdir, open, readdir, rm, rmdir, stat } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { contentTypeOf, requireSafeKey, requireSafePrefix } from "./keys.ts";
import { listFolder } from "./list-folder.ts";
import {
  type ByteRange,
  isStoreError,
  type ListedObject,
  type ObjectStore,
  type StoredObject,
  storeError,
} from "./object-store.ts";
import type { AddressSigner } from "./signed-address.ts";
import { writeDurably, writeWhole } from "./write-durably.ts";

// Another process may share the folder, so only what no living write can still hold is swept.
const leftoverAfterMs = 10 * 60 * 1000;

/** @param signer one for all processes that serve the folder. */
export async function openDiskStore(folder: string, signer: AddressSigner): Promise<ObjectStore> {
  const objects = resolve(folder, "objects");
  const unfinished = resolve(folder, "unfinished");
  const pathOf = (key: string) => join(objects, requireSafeKey(key));

  /** Of a disk that is not mounted, everything is missing. */
  const requireThere = () => reach(() => stat(objects));

  await reach(async () => {
    await mkdir(objects, { recursive: true });
    await mkdir(unfinished, { recursive: true });
    await sweepLeftovers(unfinished);
  });

  return {
    async put(key, source) {
      const path = pathOf(key);
      await reach(() => writeWhole(path, join(unfinished, randomUUID()), source));
    },
    async open(key, { range } = {}) {
      const path = pathOf(key);
      const object = await reach(() => openFile(key, path, range));
      if (object) return object;
      await requireThere();
      throw storeError("object.missing", `No object under ${key}`);
    },
    async head(key) {
      const path = pathOf(key);
      const found = await reach(() => stat(path).catch(passOverMissing));
      if (!found?.isFile()) return void (await requireThere());
      return { size: found.size, contentType: contentTypeOf(key), modifiedAt: found.mtime };
    },
    async sign(key, options) {
      return signer.sign(key, options);
    },
    async remove(key) {
      const path = pathOf(key);
      await reach(async () => {
        await rm(path, { force: true }).catch(passOverMissing);
        await removeEmptyFolders(dirname(path), objects);
      });
    },
    async *list(prefix, after = "") {
      const wanted = { prefix: requireSafePrefix(prefix), after: requireSafePrefix(after) };
      // Whoever walks through what there is also clears away what a killed write left.
      await reach(() => sweepLeftovers(unfinished));
      yield* reachEach(listFolder(objects, wanted));
    },
    async check() {
      const probe = join(unfinished, randomUUID());
      await reach(async () => {
        await writeDurably(probe, Buffer.from("ok"));
        await rm(probe);
      });
    },
    async close() {},
    redeem: signer.redeem,
  };
}

const codeOf = (error: unknown) => (error as NodeJS.ErrnoException).code ?? "";

/** A folder of that name, or a file where a folder should be, is no object. */
function passOverMissing(error: unknown): undefined {
  if (!["ENOENT", "ENOTDIR", "ERR_FS_EISDIR"].includes(codeOf(error))) throw error;
}

async function openFile(
  key: string,
  path: string,
  range?: ByteRange,
): Promise<StoredObject | undefined> {
  const file = await open(path).catch(passOverMissing);
  if (!file) return undefined;
  try {
    const found = await file.stat();
    if (found.isFile()) return readFrom(key, file, found, range);
  } catch (error) {
    await file.close();
    throw error;
  }
  await file.close();
}

function readFrom(key: string, file: FileHandle, { size }: Stats, range?: ByteRange): StoredObject {
  const { start, end } = { start: range?.start ?? 0, end: Math.min(range?.end ?? size, size - 1) };
  if (range && (start > end || start < 0))
    throw storeError("object.bad_range", `Bytes ${start} to ${range.end} of ${size} in ${key}`);
  const contentType = contentTypeOf(key);
  // Of an empty object there is no last byte to name.
  if (size === 0) return { stream: file.createReadStream(), size, contentType };
  return { stream: file.createReadStream({ start, end }), size: end - start + 1, contentType };
}

/** Or a folder would be left for each photo that ever was. */
async function removeEmptyFolders(folder: string, upTo: string): Promise<void> {
  if (folder === upTo) return;
  try {
    await rmdir(folder);
  } catch (error) {
    if (["ENOTEMPTY", "EEXIST", "ENOENT", "ENOTDIR"].includes(codeOf(error))) return;
    throw error;
  }
  await removeEmptyFolders(dirname(folder), upTo);
}

async function sweepLeftovers(folder: string): Promise<void> {
  for (const name of await readdir(folder)) {
    const path = join(folder, name);
    const found = await stat(path).catch(() => undefined);
    if (found && found.mtimeMs < Date.now() - leftoverAfterMs) await rm(path, { force: true });
  }
}

const unusable = (error: unknown) =>
  isStoreError(error)
    ? error
    : storeError("store.unavailable", "The folder of objects cannot be used", error);

async function reach<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw unusable(error);
  }
}

async function* reachEach(found: AsyncIterable<ListedObject>): AsyncGenerator<ListedObject> {
  try {
    yield* found;
  } catch (error) {
    throw unusable(error);
  }
}
