import { rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, afterEach, beforeAll, expect, it } from "vitest";
import {
  openPicturePool,
  type PicturePool,
  type PicturePoolOptions,
} from "#storage/pictures/picture-pool.ts";
import { readPhoto } from "../support/read-photo.ts";

/** Stands in for a child that meets bombs: with a file of 20 bytes it is never done, with all others at once. */
const CHILD = `
import { statSync } from "node:fs";
process.on("disconnect", () => process.exit());
process.on("message", ({ file }) => {
  if (statSync(file).size !== 20) process.send({ kind: "done", result: {}, rss: 0 });
});
process.send({ kind: "ready" });
`;
const childFile = join(tmpdir(), `pickup-slow-child-${process.pid}.mjs`);
const bomb = Buffer.concat([Buffer.from([0xff, 0xd8, 0xff]), Buffer.alloc(17)]);
let pool: PicturePool;

beforeAll(() => writeFileSync(childFile, CHILD));
afterEach(() => pool.close());
afterAll(() => rmSync(childFile));

async function open(options: PicturePoolOptions) {
  const patience = { waitMs: 30_000, decodeMs: 60_000, startMs: 30_000 };
  pool = openPicturePool({ childFile: pathToFileURL(childFile), ...patience, ...options });
  await pool.warm();
}

/** How it ends, in the order of ending. */
function follow(...pictures: [name: string, bytes: Uint8Array][]) {
  const ended: string[] = [];
  const works = pictures.map(async ([name, bytes]) => {
    const picture = await pool.receive([bytes]);
    const outcome = await pool.normalise(picture).then(
      () => "taken",
      (error: { code?: string }) => error.code,
    );
    ended.push(`${name} ${outcome}`);
  });
  return { ended, all: Promise.all(works) };
}

it("one may go on while slow ones come, and others are taken meanwhile", async () => {
  await open({ children: 2, slowMs: 300 });
  const bombs = follow(["first", bomb], ["second", bomb], ["third", bomb]);
  await expect.poll(() => pool.stats().busy, { timeout: 10_000 }).toBe(2);
  await expect.poll(() => pool.stats().waiting, { timeout: 10_000 }).toBe(1);
  const photo = follow(["photo", readPhoto()]);
  await photo.all;
  expect(photo.ended).toEqual(["photo taken"]);
  expect(bombs.ended.map((line) => line.split(" ")[1])).toEqual(["picture.busy", "picture.busy"]);
  expect(pool.stats()).toMatchObject({ busy: 1, waiting: 0, faults: 2 });
});

it("what finds the line full is refused at once", async () => {
  await open({ children: 1, maxWaiting: 3 });
  follow(["bomb", bomb]);
  await expect.poll(() => pool.stats().busy).toBe(1);
  const photos = follow(
    ...Array.from({ length: 5 }, (_, at) => [`${at}`, readPhoto()] as [string, Uint8Array]),
  );
  await expect.poll(() => photos.ended.length).toBe(2);
  expect(photos.ended.map((line) => line.split(" ")[1])).toEqual(["picture.busy", "picture.busy"]);
  expect(pool.stats().waiting).toBe(3);
});
