import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { PutObjectCommand, type PutObjectCommandInput, type S3Client } from "@aws-sdk/client-s3";
import type { ObjectSource } from "./object-store.ts";

type Put = {
  client: S3Client;
  input: PutObjectCommandInput;
  source: ObjectSource;
  abortSignal: AbortSignal;
};

/** The SDK sends a stream once only; bytes of a file can be read again, so they get the second try of all others. */
const attempts = 2;

export async function putObject({ client, input, source, abortSignal }: Put): Promise<void> {
  if (!("file" in source)) {
    await client.send(new PutObjectCommand({ ...input, Body: source }), { abortSignal });
    return;
  }
  const sha256 = await hashFile(source);
  for (let attempt = 1; ; attempt++) {
    try {
      return await sendFile({ client, input, source, abortSignal }, source, sha256);
    } catch (error) {
      if (attempt === attempts || abortSignal.aborted || isRefused(error)) throw error;
    }
  }
}

async function sendFile(
  { client, input, abortSignal }: Put,
  { file, size }: { file: string; size: number },
  sha256: string,
): Promise<void> {
  const stream = createReadStream(file);
  const command = new PutObjectCommand({ ...input, Body: stream, ContentLength: size });
  // Signed with the rest: S3 refuses other bytes than these. The SDK would leave a stream unsigned.
  command.middlewareStack.add(
    (next) => (args) => {
      (args.request as { headers: Record<string, string> }).headers["x-amz-content-sha256"] =
        sha256;
      return next(args);
    },
    { step: "build", name: "hashOfFile" },
  );
  try {
    await client.send(command, { abortSignal });
  } finally {
    stream.destroy();
  }
}

async function hashFile({ file, size }: { file: string; size: number }): Promise<string> {
  const hash = createHash("sha256");
  let seen = 0;
  for await (const chunk of createReadStream(file)) {
    seen += chunk.length;
    hash.update(chunk);
  }
  if (seen !== size) throw new Error(`${file} has ${seen} bytes and not ${size}`);
  return hash.digest("hex");
}

const isRefused = (error: unknown) => {
  const status = (error as { $metadata?: { httpStatusCode?: number } }).$metadata?.httpStatusCode;
  return status !== undefined && status < 500 && status !== 429;
};
