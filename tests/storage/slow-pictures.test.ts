import { rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setImmediate } from "node:timers/promises";
import { pathToFileURL } from "node:url";
import { afterAll, afterEach, beforeAll, expect, it } from "vitest";
import {
  openPicturePool,
  type PicturePool,
  type PicturePoolOptions,
} from "#storage/pictures/picture-pool.ts";
import type { IncomingPicture } from "#storage/pictures/receive-picture.ts";
import { buildSlowJpeg } from "../factories/pictures/slow-jpeg.ts";
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

const patience = { waitMs: 30_000, decodeMs: 60_000, startMs: 30_000 };

async function openReal(options: PicturePoolOptions) {
  pool = openPicturePool({ ...patience, ...options });
  await pool.warm();
}

const open = (options: PicturePoolOptions) =>
  openReal({ childFile: pathToFileURL(childFile), ...options });

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
  await open({ children: 1, maxWaiting: 3, placesPerChild: 100 });
  follow(["bomb", bomb]);
  await expect.poll(() => pool.stats().busy).toBe(1);
  const photos = follow(
    ...Array.from({ length: 5 }, (_, at) => [`${at}`, readPhoto()] as [string, Uint8Array]),
  );
  await expect.poll(() => photos.ended.length).toBe(2);
  expect(photos.ended.map((line) => line.split(" ")[1])).toEqual(["picture.busy", "picture.busy"]);
  expect(pool.stats().waiting).toBe(3);
});

/** A sender who sees whether anybody reads. */
function watchReading(bytes: Uint8Array) {
  const seen = { read: false };
  async function* send() {
    seen.read = true;
    yield bytes;
  }
  return { seen, send };
}

it("what finds no place is not read, and is refused when none gets free", async () => {
  await open({ children: 1, placesPerChild: 1, outsideMs: 400 });
  const first = await pool.receive([readPhoto()]);
  const second = watchReading(readPhoto());
  const refused = expect(pool.receive(second.send())).rejects.toMatchObject({
    code: "picture.busy",
  });
  await setImmediate();
  expect(second.seen.read).toBe(false);
  await refused;
  const third = watchReading(readPhoto());
  const coming = pool.receive(third.send());
  await setImmediate();
  expect(third.seen.read).toBe(false);
  await pool.normalise(first);
  const picture = await coming;
  expect(third.seen.read).toBe(true);
  await first.discard();
  await picture.discard();
  expect(await pool.receive([readPhoto()])).toMatchObject({ size: readPhoto().length });
});

it("they come in as they came, but for those of whom there are enough here", async () => {
  await open({ children: 1, placesPerChild: 3, mostOfOne: 2, outsideMs: 30_000 });
  const order: string[] = [];
  const come = async (sender: string) => {
    const picture = await pool.receive([readPhoto()], { sender });
    order.push(sender);
    return picture;
  };
  const inside = await Promise.all([come("many"), come("many"), come("one")]);
  const [many, other, one] = ["many", "other", "one"].map(come);
  for (const place of [inside[2], inside[0], inside[1], other, many, one])
    await (await place)?.discard();
  expect(order).toEqual(["many", "many", "one", "other", "many", "one"]);
});

it("whoever sends slowly stands in nobody's way", async () => {
  await open({ children: 1, placesPerChild: 1, outsideMs: 30_000 });
  const { promise: nothingMore, resolve: sendTheRest } = Promise.withResolvers<void>();
  async function* slowly() {
    yield readPhoto();
    await nothingMore;
  }
  const slow = pool.receive(slowly());
  await pool.normalise(await pool.receive([readPhoto()]));
  sendTheRest();
  expect(await pool.normalise(await slow)).toBeDefined();
});

it("one sender has only so many here, also of slow ones, whatever room there is", async () => {
  await open({ children: 1, placesPerChild: 3, mostOfOne: 2, outsideMs: 30_000 });
  const { promise: nothingMore, resolve: sendTheRest } = Promise.withResolvers<void>();
  async function* slowly() {
    yield readPhoto();
    await nothingMore;
  }
  const slow = [1, 2].map(() => pool.receive(slowly(), { sender: "many" }));
  const more = watchReading(readPhoto());
  const third = pool.receive(more.send(), { sender: "many" });
  // Two get in only once the slow ones have stepped aside; the third makes room.
  const others = [];
  for (const sender of ["one", "other", "third"])
    others.push(await pool.receive([readPhoto()], { sender }));
  await others[0]?.discard();
  expect(more.seen.read).toBe(false);
  sendTheRest();
  await pool.normalise((await slow[0]) as IncomingPicture);
  await third;
  expect(more.seen.read).toBe(true);
});

it("reads labels past the door", async () => {
  await open({ children: 1, placesPerChild: 1, outsideMs: 30_000 });
  const inside = await pool.receive([readPhoto()]);
  const aside = await pool.receive([readPhoto()], { isAside: true });
  await aside.discard();
  await inside.discard();
});

it("a true picture that takes too long is refused as that, and the next one is taken", async () => {
  await openReal({ children: 1, processorMs: 1_000 });
  const slow = follow(["slow", buildSlowJpeg(7_680, 6_464)]);
  await slow.all;
  expect(slow.ended).toEqual(["slow picture.timeout"]);
  const photo = follow(["photo", readPhoto()]);
  await photo.all;
  expect(photo.ended).toEqual(["photo taken"]);
});

it("one that the machine had no time for is to be sent again, and the next one is taken", async () => {
  await open({ children: 1, decodeMs: 300 });
  const starved = follow(["starved", bomb]);
  await starved.all;
  expect(starved.ended).toEqual(["starved picture.late"]);
  const photo = follow(["photo", readPhoto()]);
  await photo.all;
  expect(photo.ended).toEqual(["photo taken"]);
});

it("true ones that are slow never have all children while another waits", async () => {
  await openReal({ children: 2, slowMs: 200 });
  const picture = buildSlowJpeg(4_992, 4_032);
  const slow = follow(["first", picture], ["second", picture]);
  await expect.poll(() => pool.stats().busy, { timeout: 10_000 }).toBe(2);
  const photo = follow(["photo", readPhoto()]);
  await Promise.all([photo.all, slow.all]);
  expect(photo.ended).toEqual(["photo taken"]);
  expect(slow.ended.map((line) => line.split(" ")[1]).toSorted()).toEqual([
    "picture.busy",
    "taken",
  ]);
});
