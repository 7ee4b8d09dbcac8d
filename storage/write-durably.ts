import { createReadStream } from "node:fs";
import { mkdir, open, rename, rm } from "node:fs/promises";
import { dirname } from "node:path";
import { type ObjectSource, sizeOf } from "./object-store.ts";

/** A folder that a removal has just taken away, empty, is made again; more often than this it is something else. */
const moveAttempts = 20;

/** Writes apart and moves into place, so that a reader sees the old object or the new one, and a crash neither half. */
export async function writeWhole(path: string, draft: string, source: ObjectSource): Promise<void> {
  try {
    await writeDurably(draft, source);
    const upTo = await moveInto(path, draft);
    await syncFolders(dirname(path), upTo);
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
}

export async function writeDurably(path: string, source: ObjectSource): Promise<void> {
  const file = await open(path, "wx");
  try {
    await file.writeFile("file" in source ? createReadStream(source.file) : source);
    await file.sync();
    const { size } = await file.stat();
    if (size !== sizeOf(source)) throw new Error(`${size} bytes instead of ${sizeOf(source)}`);
  } finally {
    await file.close();
  }
}

/** @returns the uppermost folder whose content is new. */
async function moveInto(path: string, draft: string, attempt = 1): Promise<string> {
  const folder = dirname(path);
  try {
    const firstNew = await mkdir(folder, { recursive: true });
    await rename(draft, path);
    return firstNew ? dirname(firstNew) : folder;
  } catch (error) {
    const isGone = (error as NodeJS.ErrnoException).code === "ENOENT";
    if (!isGone || attempt === moveAttempts) throw error;
    return moveInto(path, draft, attempt + 1);
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
