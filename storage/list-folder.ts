import type { Dirent } from "node:fs";
import { readdir, stat } from "node:fs/promises";
import { join } from "node:path";
import { isSafeKey } from "./keys.ts";
import type { ListedObject } from "./object-store.ts";

type Wanted = { prefix: string; after: string };

const isGone = (error: unknown) =>
  ["ENOENT", "ENOTDIR"].includes((error as NodeJS.ErrnoException).code ?? "");

/** Keys under `folder` in the order of their bytes; no more in memory than the names of the folders on the way. */
export async function* listFolder(
  root: string,
  wanted: Wanted,
  folder = "",
): AsyncGenerator<ListedObject> {
  for (const path of await readNames(join(root, folder), folder, wanted)) {
    if (path.endsWith("/")) {
      yield* listFolder(root, wanted, path);
      continue;
    }
    const found = await stat(join(root, path)).catch(passOverGone);
    if (found) yield { key: path, size: found.size, modifiedAt: found.mtime };
  }
}

async function readNames(place: string, folder: string, wanted: Wanted): Promise<string[]> {
  const names = readdir(place, { withFileTypes: true });
  // A place without its root is not empty but away.
  const entries = (await (folder === "" ? names : names.catch(passOverGone))) ?? [];
  return entries
    .map((entry) => pathOf(folder, entry))
    .filter((path) => isSafeKey(path.replace(/\/$/, "")) && mayHold(path, wanted))
    .sort((one, other) => (one < other ? -1 : 1));
}

/** With its slash, a folder stands where its keys stand: behind `a-b`, before `a0`. */
const pathOf = (folder: string, entry: Dirent) =>
  folder + entry.name + (entry.isDirectory() ? "/" : "");

function mayHold(path: string, { prefix, after }: Wanted): boolean {
  if (!path.endsWith("/")) return path.startsWith(prefix) && path > after;
  const isOnTheWay = path.startsWith(prefix) || prefix.startsWith(path);
  return isOnTheWay && (path > after || after.startsWith(path));
}

/** Removed since its name was read. */
function passOverGone(error: unknown): undefined {
  if (!isGone(error)) throw error;
}
