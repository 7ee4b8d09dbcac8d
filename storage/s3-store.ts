import { Readable } from "node:stream";
import {
  DeleteObjectCommand,
  GetObjectCommand,
  HeadBucketCommand,
  PutObjectCommand,
  S3Client,
} from "@aws-sdk/client-s3";
import { contentTypeOf, requireSafeKey } from "./keys.ts";
import { type ObjectStore, type StoredObject, storeError } from "./object-store.ts";

export type S3StoreOptions = {
  bucket: string;
  accessKeyId: string;
  secretAccessKey: string;
  endpoint?: string;
  region?: string;
  /** Bucket in the path and not in the host name, as most gateways that are not Amazon's need. */
  forcePathStyle?: boolean;
  /** How long one call may take until S3 has answered, retries included. */
  answerMs?: number;
};

const defaultAnswerMs = 5_000;

// Not shorter: it also counts while a slow phone at the other end keeps the stream waiting.
const silentBodyMs = 30_000;

export function openS3Store(options: S3StoreOptions): ObjectStore {
  const { bucket: Bucket, answerMs = defaultAnswerMs } = options;
  const client = connect(options, answerMs);

  return {
    async put(key, bytes) {
      const Key = requireSafeKey(key);
      const ContentType = contentTypeOf(key);
      const command = new PutObjectCommand({ Bucket, Key, Body: bytes, ContentType });
      await within(answerMs, (abortSignal) => client.send(command, { abortSignal }));
    },
    async open(key) {
      const command = new GetObjectCommand({ Bucket, Key: requireSafeKey(key) });
      const answer = await within(answerMs, (abortSignal) => client.send(command, { abortSignal }));
      return toStoredObject(key, answer.Body, answer.ContentLength);
    },
    async remove(key) {
      const command = new DeleteObjectCommand({ Bucket, Key: requireSafeKey(key) });
      await within(answerMs, (abortSignal) => client.send(command, { abortSignal }));
    },
    async check() {
      const command = new HeadBucketCommand({ Bucket });
      await within(answerMs, (abortSignal) => client.send(command, { abortSignal }));
    },
    async close() {
      client.destroy();
    },
  };
}

function connect(options: S3StoreOptions, answerMs: number): S3Client {
  const { accessKeyId, secretAccessKey, endpoint, region = "us-east-1" } = options;
  return new S3Client({
    endpoint,
    region,
    credentials: { accessKeyId, secretAccessKey },
    forcePathStyle: options.forcePathStyle ?? endpoint !== undefined,
    // Ceph's gateway, like many an S3 that is not Amazon's, refuses the checksums sent by default.
    requestChecksumCalculation: "WHEN_REQUIRED",
    responseChecksumValidation: "WHEN_REQUIRED",
    maxAttempts: 2,
    requestHandler: { connectionTimeout: Math.min(2_000, answerMs), socketTimeout: silentBodyMs },
  });
}

/** The limit ends with the answer's headers: the body may take as long as its reader needs. */
async function within<T>(ms: number, call: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const deadline = new AbortController();
  const timer = setTimeout(() => deadline.abort(), ms);
  try {
    return await call(deadline.signal);
  } catch (error) {
    if (error instanceof Error && error.name === "NoSuchKey") {
      throw storeError("object.missing", "No object under this key", error);
    }
    throw storeError("store.unavailable", "S3 did not do what was asked", error);
  } finally {
    clearTimeout(timer);
  }
}

function toStoredObject(key: string, body: unknown, size: number | undefined): StoredObject {
  if (!(body instanceof Readable) || size === undefined) {
    throw storeError("store.unavailable", "S3 answered without a body");
  }
  return { stream: body, size, contentType: contentTypeOf(key) };
}
