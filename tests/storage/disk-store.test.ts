import { mkdtemp, readdir, rm, utimes, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { openDiskStore } from "#storage/disk-store.ts";
import { describeStore } from "./store-contract.ts";

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "objects-"));
});
afterAll(() => rm(folder, { recursive: true }));

describeStore("The disk store", () => openDiskStore(folder));

it("leaves no unfinished file behind a finished or a failed write", async () => {
  const store = await openDiskStore(folder);
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

  await openDiskStore(folder);

  expect(await readdir(join(folder, "unfinished"))).toEqual(["living"]);
});

it("is not ready when its folder is gone", async () => {
  const lost = await mkdtemp(join(tmpdir(), "objects-"));
  const store = await openDiskStore(lost);
  await rm(lost, { recursive: true });
  await expect(store.check()).rejects.toMatchObject({ code: "store.unavailable" });
});
