import { S3Client } from "@aws-sdk/client-s3";
import { isStoreError, type StoreErrorCode, storeError } from "./object-store.ts";

/** `none`: as the bucket itself says. KMS without a key named takes the account's. */
export type S3Encryption = { kind: "none" | "AES256" | "aws:kms"; keyId?: string };

export type S3StoreOptions = {
  bucket: string;
  accessKeyId: string;
  secretAccessKey: string;
  endpoint?: string;
  /** Where browsers reach the same S3, if they call it by another name. */
  publicEndpoint?: string;
  region?: string;
  /** Bucket in the path and not in the host name, as most gateways that are not Amazon's need. */
  forcePathStyle?: boolean;
  encryption?: S3Encryption;
  /** How long one call may take until S3 has answered, retries included; a large object may take twice that. */
  answerMs?: number;
};

export const DEFAULT_ANSWER_MS = 5_000;
/** Slower than this, a line to S3 counts as broken. */
const BYTES_A_MS = 5_000;

// Reading has its own, shorter limit (patient-stream.ts), which does not count while the reader is busy.
const silentSocketMs = 60_000;

/** Whoever asked is told by an error; the SDK would write to the console besides. */
const quiet = { trace() {}, debug() {}, info() {}, warn() {}, error() {} };

export function connectToS3(options: S3StoreOptions, endpoint = options.endpoint): S3Client {
  const { accessKeyId, secretAccessKey, region = "us-east-1" } = options;
  const { answerMs = DEFAULT_ANSWER_MS } = options;
  return new S3Client({
    endpoint,
    region,
    credentials: { accessKeyId, secretAccessKey },
    forcePathStyle: options.forcePathStyle ?? options.endpoint !== undefined,
    // Ceph's gateway, like many an S3 that is not Amazon's, refuses the checksums sent by default.
    requestChecksumCalculation: "WHEN_REQUIRED",
    responseChecksumValidation: "WHEN_REQUIRED",
    maxAttempts: 2,
    logger: quiet,
    requestHandler: { connectionTimeout: Math.min(2_000, answerMs), socketTimeout: silentSocketMs },
  });
}

/** What the bytes take on the slowest line that still counts, but never more than twice an answer. */
export const patienceFor = (size: number, answerMs: number) =>
  Math.min(answerMs + size / BYTES_A_MS, 2 * answerMs);

const codes: Record<string, StoreErrorCode> = {
  NoSuchKey: "object.missing",
  InvalidRange: "object.bad_range",
};

/** The limit ends with the answer's headers: the body may take as long as its reader needs. */
export async function within<T>(ms: number, call: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const deadline = new AbortController();
  const timer = setTimeout(() => deadline.abort(), ms);
  try {
    return await call(deadline.signal);
  } catch (error) {
    if (isStoreError(error)) throw error;
    const code = codes[(error as Error).name];
    if (code) throw storeError(code, "S3 has nothing to give for this", error);
    throw storeError("store.unavailable", "S3 did not do what was asked", error);
  } finally {
    clearTimeout(timer);
  }
}
