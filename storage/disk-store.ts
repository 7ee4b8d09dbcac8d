import { randomUUID } from "node:crypto";
import { mkdir, open, readdir, rename, rm, stat } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { contentTypeOf, requireSafeKey } from "./keys.ts";
import { isStoreError, type ObjectStore, type StoredObject, storeError } from "./object-store.ts";

// Another process may share the folder, so only what no living write can still hold is swept.
const leftoverAfterMs = 10 * 60 * 1000;

export async function openDiskStore(folder: string): Promise<ObjectStore> {
  const objects = resolve(folder, "objects");
  const unfinished = resolve(folder, "unfinished");
  const pathOf = (key: string) => join(objects, requireSafeKey(key));

  await reach(async () => {
    await mkdir(objects, { recursive: true });
    await mkdir(unfinished, { recursive: true });
    await sweepLeftovers(unfinished);
  });

  return {
    async put(key, bytes) {
      const path = pathOf(key);
      await reach(() => writeWhole(path, join(unfinished, randomUUID()), bytes));
    },
    async open(key) {
      return openFile(key, pathOf(key));
    },
    async remove(key) {
      const path = pathOf(key);
      await reach(() => rm(path, { force: true }));
    },
    async check() {
      const probe = join(unfinished, randomUUID());
      await reach(async () => {
        await writeDurably(probe, Buffer.from("ok"));
        await rm(probe);
      });
    },
    async close() {},
  };
}

function openFile(key: string, path: string): Promise<StoredObject> {
  const missing = (cause?: unknown) =>
    storeError("object.missing", `No object under ${key}`, cause);
  return reach(async () => {
    const file = await open(path).catch((error) => {
      throw error.code === "ENOENT" || error.code === "ENOTDIR" ? missing(error) : error;
    });
    const found = await file.stat();
    if (found.isFile()) {
      return { stream: file.createReadStream(), size: found.size, contentType: contentTypeOf(key) };
    }
    await file.close();
    throw missing();
  });
}

async function writeWhole(path: string, draft: string, bytes: Uint8Array): Promise<void> {
  try {
    await writeDurably(draft, bytes);
    const firstNew = await mkdir(dirname(path), { recursive: true });
    await rename(draft, path);
    await syncFolders(dirname(path), firstNew ? dirname(firstNew) : dirname(path));
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
}

async function writeDurably(path: string, bytes: Uint8Array): Promise<void> {
  const file = await open(path, "wx");
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** A name survives a power cut only when its folder was synced, and so on for each folder just made. */
async function syncFolders(from: string, upTo: string): Promise<void> {
  const folder = await open(from);
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
  if (from !== upTo) await syncFolders(dirname(from), upTo);
}

async function sweepLeftovers(folder: string): Promise<void> {
  for (const name of await readdir(folder)) {
    const path = join(folder, name);
    const found = await stat(path).catch(() => undefined);
    if (found && found.mtimeMs < Date.now() - leftoverAfterMs) await rm(path, { force: true });
  }
}

async function reach<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (isStoreError(error)) throw error;
    throw storeError("store.unavailable", "The folder of objects cannot be used", error);
  }
}
