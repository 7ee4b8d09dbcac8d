import { createHash } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { buffer } from "node:stream/consumers";
import { crc32 } from "node:zlib";
import { isSignedBy } from "./check-signature.ts";

/** What an S3 may do instead of what it is asked. */
export type Mood =
  | "well"
  /** Answers 503. */
  | "failing"
  /** Takes the request and says nothing. */
  | "silent"
  /** Half of the body, then nothing. */
  | "half";

type FakeObject = {
  bytes: Buffer;
  type: string;
  modifiedAt: Date;
  headers: IncomingMessage["headers"];
};
export type FakeS3 = {
  endpoint: string;
  account: { bucket: string; accessKeyId: string; secretAccessKey: string };
  objects: Map<string, FakeObject>;
  /** For the next so many requests, or for good. */
  be(mood: Mood, requests?: number): void;
  /** Requests so far. */
  asked(): number;
  close(): Promise<void>;
};

type Question = {
  request: IncomingMessage;
  response: ServerResponse;
  url: URL;
  key: string;
  mood: Mood;
};

const fail = (response: ServerResponse, status: number, code: string) =>
  response
    .writeHead(status, { "content-type": "application/xml" })
    .end(`<Error><Code>${code}</Code><Message>${code}</Message></Error>`);

const pageOf = (objects: Map<string, FakeObject>, query: URLSearchParams) => {
  const [prefix, after] = [query.get("prefix") ?? "", query.get("start-after") ?? ""];
  const all = [...objects.keys()].filter((key) => key.startsWith(prefix) && key > after).sort();
  return { keys: all.slice(0, Number(query.get("max-keys") ?? 1_000)), total: all.length };
};

function list({ response, url }: Question, objects: Map<string, FakeObject>) {
  const { keys, total } = pageOf(objects, url.searchParams);
  const contents = keys.map((key) => {
    const { bytes, modifiedAt } = objects.get(key) as FakeObject;
    return `<Contents><Key>${key}</Key><Size>${bytes.length}</Size><LastModified>${modifiedAt.toISOString()}</LastModified></Contents>`;
  });
  response
    .writeHead(200, { "content-type": "application/xml" })
    .end(
      `<ListBucketResult><IsTruncated>${keys.length < total}</IsTruncated>${contents.join("")}</ListBucketResult>`,
    );
}

/** Every checksum that came along must be that of the bytes. */
function isIntact(bytes: Buffer, headers: IncomingMessage["headers"]): boolean {
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(bytes));
  const right: Record<string, string> = {
    "x-amz-content-sha256": createHash("sha256").update(bytes).digest("hex"),
    "x-amz-checksum-crc32": sum.toString("base64"),
    "content-md5": createHash("md5").update(bytes).digest("base64"),
  };
  return (
    headers["x-amz-content-sha256"] !== undefined &&
    Object.entries(right).every(([name, value]) =>
      [undefined, value].includes(String(headers[name] ?? value)),
    )
  );
}

async function put({ request, response, key }: Question, objects: Map<string, FakeObject>) {
  const { headers } = request;
  const bytes = await buffer(request);
  if (!isIntact(bytes, headers)) return fail(response, 400, "XAmzContentSHA256Mismatch");
  objects.set(key, { bytes, type: headers["content-type"] ?? "", modifiedAt: new Date(), headers });
  response.end();
}

function give({ request, response, url, mood }: Question, object: FakeObject | undefined) {
  if (!object) {
    return request.method === "HEAD"
      ? response.writeHead(404).end()
      : fail(response, 404, "NoSuchKey");
  }
  const { bytes, type, modifiedAt } = object;
  const [, first, last] = request.headers.range?.match(/^bytes=(\d+)-(\d*)$/) ?? [];
  const start = Number(first ?? 0);
  if (start >= bytes.length && first) return fail(response, 416, "InvalidRange");
  const part = bytes.subarray(start, Number(last || bytes.length) + 1);
  const asked = (name: string) => {
    const value = url.searchParams.get(`response-${name}`);
    return value === null ? {} : { [name]: value };
  };
  response.writeHead(first ? 206 : 200, {
    "content-type": type,
    "content-length": part.length,
    "last-modified": modifiedAt.toUTCString(),
    ...(first
      ? { "content-range": `bytes ${start}-${start + part.length - 1}/${bytes.length}` }
      : {}),
    ...asked("content-type"),
    ...asked("content-disposition"),
    ...asked("cache-control"),
  });
  if (request.method === "HEAD") response.end();
  else if (mood === "half") response.write(part.subarray(0, part.length / 2));
  else response.end(part);
}

/** The answers of an S3 that the store asks for, with objects in memory; signatures and checksums are checked. */
export async function startFakeS3(bucket: string): Promise<FakeS3> {
  const objects = new Map<string, FakeObject>();
  const account = { bucket, accessKeyId: "test-key", secretAccessKey: "test-secret" };
  let mood: Mood = "well";
  let left = Number.POSITIVE_INFINITY;
  let asked = 0;

  const takeMood = () => {
    asked += 1;
    if (mood !== "well" && left-- <= 0) mood = "well";
    return mood;
  };

  async function answer(question: Question) {
    const { request, response, url, key } = question;
    if (question.mood === "silent") return void request.resume();
    if (question.mood === "failing") {
      request.resume();
      return fail(response, 503, "SlowDown");
    }
    if (!isSignedBy(account, request)) return fail(response, 403, "SignatureDoesNotMatch");
    if (url.pathname !== `/${bucket}` && !url.pathname.startsWith(`/${bucket}/`))
      return request.method === "HEAD"
        ? response.writeHead(404).end()
        : fail(response, 404, "NoSuchBucket");
    if (request.method === "PUT") return put(question, objects);
    if (request.method === "DELETE") {
      objects.delete(key);
      return response.writeHead(204).end();
    }
    if (key === "") return request.method === "HEAD" ? response.end() : list(question, objects);
    return give(question, objects.get(key));
  }

  const server = createServer((request, response) => {
    const url = new URL(request.url ?? "/", "http://fake");
    const key = url.pathname.slice(bucket.length + 2);
    // Who hangs up in the middle of a body gets no answer.
    answer({ request, response, url, key, mood: takeMood() }).catch(() => response.destroy());
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  const { port } = server.address() as AddressInfo;
  return {
    endpoint: `http://127.0.0.1:${port}`,
    account,
    objects,
    be(next, requests = Number.POSITIVE_INFINITY) {
      mood = next;
      left = requests;
    },
    asked: () => asked,
    close: () =>
      new Promise((closed) => {
        server.close(() => closed());
        server.closeAllConnections();
      }),
  };
}
