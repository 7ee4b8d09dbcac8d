import { mkdtemp, readdir, rm, utimes, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { openDiskStore } from "#storage/disk-store.ts";
import { newPhotoKeys } from "#storage/keys.ts";
import { openAddressSigner } from "#storage/signed-address.ts";
import { serveObjects } from "./serve-objects.ts";
import { describeStore } from "./store-contract.ts";

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "objects-"));
});
afterAll(() => rm(folder, { recursive: true }));

const signer = openAddressSigner("a secret of the tests");

describeStore("The disk store", async () => {
  const store = await openDiskStore(folder, signer);
  return { store, ...(await serveObjects(store)) };
});

it("leaves no unfinished file behind a finished or a failed write", async () => {
  const store = await openDiskStore(folder, signer);
  await store.put("photos/file", Buffer.from("x"));
  await expect(store.put("photos/file/below", Buffer.from("x"))).rejects.toMatchObject({
    code: "store.unavailable",
  });
  expect(await readdir(join(folder, "unfinished"))).toEqual([]);
});

it("sweeps what a crash left unfinished, and nothing that may still be written", async () => {
  const left = join(folder, "unfinished", "left");
  const living = join(folder, "unfinished", "living");
  await Promise.all([writeFile(left, "half"), writeFile(living, "half")]);
  const anHourAgo = new Date(Date.now() - 3_600_000);
  await utimes(left, anHourAgo, anHourAgo);

  await openDiskStore(folder, signer);

  expect(await readdir(join(folder, "unfinished"))).toEqual(["living"]);
});

it("is away, and not merely empty, when its folder is gone", async () => {
  const lost = await mkdtemp(join(tmpdir(), "objects-"));
  const store = await openDiskStore(lost, signer);
  await rm(lost, { recursive: true });
  const away = { code: "store.unavailable" };
  await expect(store.check()).rejects.toMatchObject(away);
  await expect(store.open("photos/a.jpg")).rejects.toMatchObject(away);
  await expect(store.head("photos/a.jpg")).rejects.toMatchObject(away);
  await expect(store.list("photos/")[Symbol.asyncIterator]().next()).rejects.toMatchObject(away);
});

it("leaves no folder behind of what was removed, also while others write beside it", async () => {
  const store = await openDiskStore(folder, signer);
  const place = "photos/zz/shared";
  const write = async (turn: number) => {
    const key = `${place}/${turn}.jpg`;
    for (let again = 0; again < 20; again += 1) {
      await store.put(key, Buffer.from("x"));
      await store.remove(key);
    }
  };
  await Promise.all([1, 2, 3, 4].map(write));
  await store.put(newPhotoKeys().full, Buffer.from("x"));
  expect(await readdir(join(folder, "objects", "photos"))).not.toContain("zz");
});
