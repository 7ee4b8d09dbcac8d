import { Readable } from "node:stream";
import {
  DeleteObjectCommand,
  GetObjectCommand,
  HeadBucketCommand,
  HeadObjectCommand,
  ListObjectsV2Command,
  type PutObjectCommandInput,
  type S3Client,
} from "@aws-sdk/client-s3";
import { getSignedUrl } from "@aws-sdk/s3-request-presigner";
import { formatDisposition } from "./disposition.ts";
import { contentTypeOf, isSafeKey, requireSafeKey, requireSafePrefix } from "./keys.ts";
import {
  type ListedObject,
  type ObjectStore,
  type SignOptions,
  type StoredObject,
  sizeOf,
  storeError,
} from "./object-store.ts";
import { patientStream } from "./patient-stream.ts";
import {
  connectToS3,
  DEFAULT_ANSWER_MS,
  patienceFor,
  type S3Encryption,
  type S3StoreOptions,
  within,
} from "./s3-connection.ts";
import { putObject } from "./s3-put.ts";
import { requireShort } from "./signed-address.ts";

export type { S3StoreOptions } from "./s3-connection.ts";

const pageSize = 1_000;

export async function openS3Store(options: S3StoreOptions): Promise<ObjectStore> {
  const { bucket: Bucket, answerMs = DEFAULT_ANSWER_MS, encryption = { kind: "none" } } = options;
  const client = connectToS3(options);
  const facing = connectToS3(options, options.publicEndpoint ?? options.endpoint);
  const ask = <T>(call: (abortSignal: AbortSignal) => Promise<T>) => within(answerMs, call);
  const check = async () => {
    await ask((abortSignal) => client.send(new HeadBucketCommand({ Bucket }), { abortSignal }));
  };

  return {
    async put(key, source) {
      const Key = requireSafeKey(key);
      const input = { Bucket, Key, ContentType: contentTypeOf(key), ...encryptAs(encryption) };
      await within(patienceFor(sizeOf(source), answerMs), (abortSignal) =>
        putObject({ client, input, source, abortSignal }),
      );
    },
    async open(key, { range } = {}) {
      const Range = range && `bytes=${range.start}-${range.end}`;
      const command = new GetObjectCommand({ Bucket, Key: requireSafeKey(key), Range });
      const answer = await ask((abortSignal) => client.send(command, { abortSignal }));
      return toStoredObject(key, answer.Body, answer.ContentLength, answerMs);
    },
    async head(key) {
      const command = new HeadObjectCommand({ Bucket, Key: requireSafeKey(key) });
      const answer = await ask(async (abortSignal) =>
        client.send(command, { abortSignal }).catch(passOverMissing),
      );
      // Of a bucket that is away, S3 says the same.
      if (!answer) return void (await check());
      const { ContentLength: size = 0, LastModified: modifiedAt = new Date(0) } = answer;
      return { size, contentType: contentTypeOf(key), modifiedAt };
    },
    sign: (key, how) => presign(facing, Bucket, key, how),
    async remove(key) {
      const command = new DeleteObjectCommand({ Bucket, Key: requireSafeKey(key) });
      await ask((abortSignal) => client.send(command, { abortSignal }));
    },
    list: (prefix, after) => listPages(client, Bucket, { prefix, after, answerMs }),
    check,
    async close() {
      client.destroy();
      facing.destroy();
    },
    publicOrigin: new URL(
      await presign(facing, Bucket, "any", { seconds: 1, disposition: "inline" }),
    ).origin,
  };
}

function encryptAs(encryption: S3Encryption): Partial<PutObjectCommandInput> {
  if (encryption.kind === "none") return {};
  if (encryption.kind === "AES256") return { ServerSideEncryption: "AES256" };
  return { ServerSideEncryption: "aws:kms", SSEKMSKeyId: encryption.keyId };
}

/** Reckoned here: nobody is asked. */
async function presign(
  client: S3Client,
  Bucket: string,
  key: string,
  { seconds, disposition }: SignOptions,
): Promise<string> {
  const command = new GetObjectCommand({
    Bucket,
    Key: requireSafeKey(key),
    ResponseContentType: contentTypeOf(key),
    ResponseContentDisposition: formatDisposition(key, disposition),
    ResponseCacheControl: `private, max-age=${seconds}`,
  });
  return getSignedUrl(client, command, { expiresIn: requireShort(seconds) });
}

async function* listPages(
  client: S3Client,
  Bucket: string,
  { prefix, after = "", answerMs }: { prefix: string; after?: string; answerMs: number },
): AsyncGenerator<ListedObject> {
  const Prefix = requireSafePrefix(prefix);
  let StartAfter: string | undefined = requireSafePrefix(after);
  do {
    const input = { Bucket, Prefix, StartAfter: StartAfter || undefined, MaxKeys: pageSize };
    const command: ListObjectsV2Command = new ListObjectsV2Command(input);
    const page = await within(answerMs, (abortSignal) => client.send(command, { abortSignal }));
    for (const {
      Key = "",
      Size: size = 0,
      LastModified: modifiedAt = new Date(),
    } of page.Contents ?? []) {
      // A folder that somebody made in a console, or a file of theirs: no store could be asked for it.
      if (isSafeKey(Key)) yield { key: Key, size, modifiedAt };
    }
    StartAfter = page.IsTruncated ? page.Contents?.at(-1)?.Key : undefined;
  } while (StartAfter);
}

function passOverMissing(error: unknown): undefined {
  if ((error as Error).name !== "NotFound") throw error;
}

function toStoredObject(
  key: string,
  body: unknown,
  size: number | undefined,
  silentMs: number,
): StoredObject {
  if (!(body instanceof Readable) || size === undefined) {
    throw storeError("store.unavailable", "S3 answered without a body");
  }
  return { stream: patientStream(body, silentMs), size, contentType: contentTypeOf(key) };
}
