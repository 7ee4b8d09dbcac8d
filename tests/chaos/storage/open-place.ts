import { join } from "node:path";
import { openDiskStore } from "#storage/disk-store.ts";
import type { ObjectStore } from "#storage/object-store.ts";
import { openS3Store, type S3StoreOptions } from "#storage/s3-store.ts";
import { openAddressSigner } from "#storage/signed-address.ts";

/** Where the objects of a run are: told to each process as words. */
export type StorePlace = { folder: string; s3?: S3StoreOptions };

export const openStoreAt = ({ folder, s3 }: StorePlace): Promise<ObjectStore> =>
  s3 ? openS3Store(s3) : openDiskStore(join(folder, "photos"), openAddressSigner("chaos"));
