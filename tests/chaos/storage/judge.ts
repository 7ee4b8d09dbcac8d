import { readdirSync } from "node:fs";
import { join } from "node:path";
import type { Kysely } from "kysely";
import type { Database } from "#db/tables/index.ts";
import type { ObjectStore } from "#storage/object-store.ts";
import type { Sent } from "./sender.ts";

export type Findings = {
  /** Told to be kept, and no row. */
  lost: number;
  /** Photos of a device that became more than one upload. */
  doubled: number;
  /** Rows that say they are ready, and one of their objects is not there or not whole. */
  readyWithoutObject: number;
  unfinished: number;
  orphans: number;
};

const readRows = (owner: Kysely<Database>) =>
  owner
    .selectFrom("uploads as u")
    .leftJoin("photo_evidence as e", "e.upload_id", "u.id")
    .select(["u.id", "u.client_id", "u.state", "u.full_key", "u.thumb_key", "u.bytes"])
    .select(["e.original_key", "e.original_bytes"])
    .execute();

/** What the rows say beside what the store lists; neither is asked through the app. */
export async function judge(
  owner: Kysely<Database>,
  store: ObjectStore,
  sent: Sent[],
): Promise<Findings> {
  const rows = await readRows(owner);
  const sizes = new Map<string, number>();
  for await (const { key, size } of store.list("")) sizes.set(key, size);
  const isWhole = (row: (typeof rows)[number]) =>
    sizes.get(row.full_key) === row.bytes &&
    (sizes.get(row.thumb_key) ?? 0) > 0 &&
    row.original_key !== null &&
    sizes.get(row.original_key) === row.original_bytes;
  const named = new Set(rows.flatMap((row) => [row.full_key, row.thumb_key, row.original_key]));
  const ids = new Set(rows.map((row) => row.id));
  const uploadsOf = (photo: Sent) =>
    rows.filter((row) => row.client_id !== null && photo.clientIds.includes(row.client_id)).length;
  return {
    lost: sent.filter((photo) => !ids.has(photo.id)).length,
    doubled: sent.filter((photo) => uploadsOf(photo) > 1).length,
    readyWithoutObject: rows.filter((row) => row.state === "ready" && !isWhole(row)).length,
    unfinished: rows.filter((row) => row.state === "pending").length,
    orphans: [...sizes.keys()].filter((key) => !named.has(key)).length,
  };
}

const filesIn = (folder: string): string[] => {
  try {
    return readdirSync(folder, { recursive: true, encoding: "utf8" });
  } catch {
    return [];
  }
};

/** Pictures on their way of processes that are gone, and objects that were never finished. */
export const countTempFiles = (folder: string) =>
  filesIn(join(folder, "photos/unfinished")).length +
  filesIn(folder).filter((name) => /^pickup-pictures-[^/]*\/./.test(name)).length;
