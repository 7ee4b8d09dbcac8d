import { join } from "node:path";
import { openDiskStore } from "#storage/disk-store.ts";
import type { ObjectStore } from "#storage/object-store.ts";
import { openS3Store } from "#storage/s3-store.ts";
import type { Env } from "./env.ts";

/** S3 where a bucket is named, else a folder. */
export async function openStore(env: Env): Promise<ObjectStore> {
  if (!env.S3_BUCKET) return openDiskStore(join(env.DATA_DIR, "photos"));
  return openS3Store({
    bucket: env.S3_BUCKET,
    endpoint: env.S3_ENDPOINT,
    region: env.S3_REGION,
    accessKeyId: env.S3_ACCESS_KEY_ID ?? "",
    secretAccessKey: env.S3_SECRET_ACCESS_KEY ?? "",
  });
}
