import { CreateBucketCommand, HeadBucketCommand, S3Client } from "@aws-sdk/client-s3";
import type { S3StoreOptions } from "#storage/s3-store.ts";

/** The S3 that the environment names for tests, if any; its bucket is made where it is missing. */
export async function prepareNamedS3(
  env: Record<string, string | undefined> = process.env,
): Promise<S3StoreOptions | undefined> {
  const endpoint = env.S3_TEST_ENDPOINT;
  if (!endpoint) return undefined;
  const credentials = {
    accessKeyId: env.S3_TEST_ACCESS_KEY_ID ?? "",
    secretAccessKey: env.S3_TEST_SECRET_ACCESS_KEY ?? "",
  };
  const bucket = env.S3_TEST_BUCKET ?? "pickup-tests";
  const client = new S3Client({ endpoint, region: "us-east-1", credentials, forcePathStyle: true });
  try {
    await client
      .send(new HeadBucketCommand({ Bucket: bucket }))
      .catch(() => client.send(new CreateBucketCommand({ Bucket: bucket })));
  } finally {
    client.destroy();
  }
  return { endpoint, bucket, ...credentials };
}
