import { createServer, type Server } from "node:net";
import { afterAll, beforeAll, expect, it } from "vitest";
import { openS3Store, type S3StoreOptions } from "#storage/s3-store.ts";
import { type FakeS3, startFakeS3 } from "./fake-s3.ts";
import { describeStore } from "./store-contract.ts";

const account = { bucket: "pickups", accessKeyId: "test", secretAccessKey: "test" };

let fake: FakeS3;
let silent: Server;
beforeAll(async () => {
  fake = await startFakeS3("pickups");
  silent = createServer((socket) => socket.resume());
  await new Promise<void>((listening) => silent.listen(0, "127.0.0.1", listening));
});
afterAll(async () => {
  await fake.close();
  await new Promise((closed) => silent.close(closed));
});

describeStore("The S3 store", async () => openS3Store({ ...account, endpoint: fake.endpoint }));

async function expectUnavailable(options: Partial<S3StoreOptions>): Promise<void> {
  const store = openS3Store({ ...account, ...options });
  const unavailable = { code: "store.unavailable" };
  await expect(store.check()).rejects.toMatchObject(unavailable);
  await expect(store.open("photos/a.jpg")).rejects.toMatchObject(unavailable);
  await expect(store.put("photos/a.jpg", Buffer.from("x"))).rejects.toMatchObject(unavailable);
  await store.close();
}

it("is unavailable when nothing listens", async () => {
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
  await expectUnavailable({ endpoint: fake.endpoint, bucket: "another" });
});
