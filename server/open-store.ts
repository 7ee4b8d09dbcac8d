import { createHmac } from "node:crypto";
import { join } from "node:path";
import { openDiskStore } from "#storage/disk-store.ts";
import type { ObjectStore } from "#storage/object-store.ts";
import { openS3Store } from "#storage/s3-store.ts";
import { openAddressSigner } from "#storage/signed-address.ts";
import type { Env } from "./env.ts";

/**
 * S3 where a bucket is named, else a folder.
 * @param appSecret the same in all processes, so that each understands the addresses that another signed.
 */
export async function openStore(env: Env, appSecret: string): Promise<ObjectStore> {
  if (env.S3_BUCKET) return openS3Store(s3OptionsFrom(env, env.S3_BUCKET));
  // A key for this alone: whoever finds it out cannot sign sessions with it.
  const key = createHmac("sha256", appSecret).update("signed object addresses").digest("hex");
  return openDiskStore(join(env.DATA_DIR, "photos"), openAddressSigner(key));
}

const s3OptionsFrom = (env: Env, bucket: string) => ({
  bucket,
  endpoint: env.S3_ENDPOINT,
  publicEndpoint: env.S3_PUBLIC_ENDPOINT,
  region: env.S3_REGION,
  accessKeyId: env.S3_ACCESS_KEY_ID ?? "",
  secretAccessKey: env.S3_SECRET_ACCESS_KEY ?? "",
  forcePathStyle: env.S3_FORCE_PATH_STYLE,
  encryption: { kind: env.S3_ENCRYPTION, keyId: env.S3_KMS_KEY },
});
