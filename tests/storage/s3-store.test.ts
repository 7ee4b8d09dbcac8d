import { randomBytes } from "node:crypto";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { createServer, type Server } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buffer } from "node:stream/consumers";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { newPhotoKeys } from "#storage/keys.ts";
import { openS3Store, type S3StoreOptions } from "#storage/s3-store.ts";
import { openBadLine } from "./bad-line.ts";
import { type FakeS3, startFakeS3 } from "./fake-s3.ts";
import { prepareNamedS3 } from "./named-s3.ts";
import { describeStore } from "./store-contract.ts";

let fake: FakeS3;
let silent: Server;
let folder: string;
beforeAll(async () => {
  fake = await startFakeS3("pickups");
  silent = createServer((socket) => socket.resume());
  await new Promise<void>((listening) => silent.listen(0, "127.0.0.1", listening));
  folder = await mkdtemp(join(tmpdir(), "sources-"));
});
beforeEach(() => fake.be("well"));
afterAll(async () => {
  await fake.close();
  await new Promise((closed) => silent.close(closed));
  await rm(folder, { recursive: true });
});

const open = (options: Partial<S3StoreOptions> = {}) =>
  openS3Store({ ...fake.account, endpoint: fake.endpoint, answerMs: 1_000, ...options });

describeStore("The S3 store", async () => ({ store: await open({ answerMs: 5_000 }) }));

const named = await prepareNamedS3();
if (named)
  describeStore("The S3 named for tests", async () => ({ store: await openS3Store(named) }));

it("passes over what is in the bucket and is none of its objects", async () => {
  const store = await open();
  const { full } = newPhotoKeys();
  await store.put(full, Buffer.from("x"));
  const known = fake.objects.get(full);
  if (!known) throw new Error("Nothing was put");
  const strange = ["photos/", "photos/Foto 1.JPG"];
  for (const key of strange) fake.objects.set(key, known);
  const keys: string[] = [];
  for await (const { key } of store.list("photos/")) keys.push(key);
  for (const key of strange) fake.objects.delete(key);
  expect(keys).toContain(full);
  expect(keys.filter((key) => strange.includes(key))).toEqual([]);
  await store.remove(full);
  await store.close();
});

/** Whatever was damaged on the way is refused, and nothing of it kept; whole, it is taken. */
async function expectNoDamage(options: S3StoreOptions): Promise<void> {
  const line = await openBadLine(options.endpoint ?? "");
  const over = await openS3Store({ ...options, endpoint: line.endpoint });
  const direct = await openS3Store(options);
  const { full, original } = newPhotoKeys();
  const { bytes, source } = await makeFile(200_000);
  for (const [key, what] of [
    [full, bytes],
    [original, source],
  ] as const) {
    line.damage();
    await expect(over.put(key, what)).rejects.toMatchObject({ code: "store.unavailable" });
    expect(await direct.head(key)).toBeUndefined();
    line.mend();
    await over.put(key, what);
    expect(await direct.head(key)).toMatchObject({ size: 200_000 });
  }
  await Promise.all([over.close(), direct.close()]);
  await line.close();
}

describe("Bytes that became others on the way", () => {
  it("are refused, from memory and from a file", () =>
    expectNoDamage({ ...fake.account, endpoint: fake.endpoint }));

  if (named) it("are refused by the S3 named for tests", () => expectNoDamage(named));
});

async function expectUnavailable(options: Partial<S3StoreOptions>): Promise<void> {
  const store = await open(options);
  const unavailable = { code: "store.unavailable" };
  await expect(store.check()).rejects.toMatchObject(unavailable);
  await expect(store.open("photos/a.jpg")).rejects.toMatchObject(unavailable);
  await expect(store.head("photos/a.jpg")).rejects.toMatchObject(unavailable);
  await expect(store.remove("photos/a.jpg")).rejects.toMatchObject(unavailable);
  await expect(store.list("photos/")[Symbol.asyncIterator]().next()).rejects.toMatchObject(
    unavailable,
  );
  await expect(store.put("photos/a.jpg", Buffer.from("x"))).rejects.toMatchObject(unavailable);
  expect(await store.sign("photos/a.jpg", { seconds: 60, disposition: "inline" })).toMatch(/^http/);
  await store.close();
}

describe("An S3 that is away", () => {
  it("is unavailable when nothing listens, and addresses are signed all the same", async () => {
    await expectUnavailable({ endpoint: "http://127.0.0.1:1" });
  });

  it("is unavailable, and soon, when S3 accepts and then says nothing", async () => {
    const address = silent.address();
    const port = address instanceof Object ? address.port : 0;
    const started = performance.now();
    await expectUnavailable({ endpoint: `http://127.0.0.1:${port}`, answerMs: 300 });
    expect(performance.now() - started).toBeLessThan(3_000);
  });

  it("is unavailable, and not merely empty, when its bucket does not exist", async () => {
    await expectUnavailable({ bucket: "another" });
  });

  it("is unavailable with another's keys", async () => {
    await expectUnavailable({ secretAccessKey: "guessed" });
  });
});

async function makeFile(size: number) {
  const bytes = randomBytes(size);
  const file = join(folder, "source");
  await writeFile(file, bytes);
  return { bytes, source: { file, size } };
}

describe("An S3 in trouble", () => {
  it("gets a second try of bytes and of a file, whole both times", async () => {
    const store = await open();
    const { full, original } = newPhotoKeys();
    const { bytes, source } = await makeFile(2_000_000);
    for (const [key, what] of [
      [full, bytes],
      [original, source],
    ] as const) {
      fake.be("failing", 1);
      const before = fake.asked();
      await store.put(key, what);
      expect(fake.asked() - before).toBe(2);
      expect(fake.objects.get(key)?.bytes.equals(bytes)).toBe(true);
    }
    await store.close();
  });

  it("is given up after a large file within twice the time of an answer", async () => {
    const store = await open({ answerMs: 400 });
    const { source } = await makeFile(25 * 1024 * 1024);
    fake.be("silent");
    const started = performance.now();
    await expect(store.put(newPhotoKeys().original, source)).rejects.toMatchObject({
      code: "store.unavailable",
    });
    expect(performance.now() - started).toBeLessThan(1_500);
    await store.close();
  });

  it("breaks a body off that falls silent, and not one whose reader takes time", async () => {
    const store = await open({ answerMs: 400 });
    const { full } = newPhotoKeys();
    const bytes = randomBytes(4_000_000);
    await store.put(full, bytes);

    const slowly: Buffer[] = [];
    for await (const chunk of (await store.open(full)).stream) {
      if (slowly.length === 1) await new Promise((rested) => setTimeout(rested, 1_000));
      slowly.push(chunk);
    }
    expect(Buffer.concat(slowly).equals(bytes)).toBe(true);

    fake.be("half");
    const { stream } = await store.open(full);
    const started = performance.now();
    await expect(buffer(stream)).rejects.toMatchObject({ code: "store.unavailable" });
    expect(performance.now() - started).toBeLessThan(1_500);
    await store.close();
  });
});

describe("What S3 is told", () => {
  const keptHeaders = async (options: Partial<S3StoreOptions>) => {
    const store = await open(options);
    const { full } = newPhotoKeys();
    await store.put(full, Buffer.from("x"));
    await store.close();
    return fake.objects.get(full)?.headers ?? {};
  };

  it("encrypts as the settings say, and never makes an object public", async () => {
    const plain = await keptHeaders({});
    expect(Object.keys(plain).filter((name) => /encryption|acl|grant/.test(name))).toEqual([]);
    expect(await keptHeaders({ encryption: { kind: "AES256" } })).toMatchObject({
      "x-amz-server-side-encryption": "AES256",
    });
    expect(await keptHeaders({ encryption: { kind: "aws:kms", keyId: "key-1" } })).toMatchObject({
      "x-amz-server-side-encryption": "aws:kms",
      "x-amz-server-side-encryption-aws-kms-key-id": "key-1",
    });
  });

  it("signs the hash of a file, which S3 compares with what arrived", async () => {
    const store = await open();
    const { original } = newPhotoKeys();
    const { bytes, source } = await makeFile(100_000);
    await store.put(original, source);
    const { headers } = fake.objects.get(original) ?? { headers: {} as Record<string, string> };
    expect(headers["x-amz-content-sha256"]).toMatch(/^[0-9a-f]{64}$/);
    expect(headers["content-length"]).toBe(String(bytes.length));
    expect(headers["content-encoding"]).toBeUndefined();
    await store.close();
  });

  it("signs for the name by which browsers reach S3, in the path or in the host", async () => {
    const options = { publicEndpoint: "https://photos.example:8443" };
    const [inPath, inHost, amazon] = [
      await open(options),
      await open({ ...options, forcePathStyle: false }),
      await open({ endpoint: undefined, region: "ap-southeast-3" }),
    ];
    expect(inPath.publicOrigin).toBe("https://photos.example:8443");
    expect(inHost.publicOrigin).toBe("https://pickups.photos.example:8443");
    expect(amazon.publicOrigin).toBe("https://pickups.s3.ap-southeast-3.amazonaws.com");
    const how = { seconds: 60, disposition: "inline" } as const;
    for (const store of [inPath, inHost, amazon]) {
      const address = new URL(await store.sign(newPhotoKeys().full, how));
      expect(address.origin).toBe(store.publicOrigin);
      expect(address.searchParams.get("X-Amz-Expires")).toBe("60");
      await store.close();
    }
  });
});
