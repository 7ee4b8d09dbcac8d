import { existsSync, readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openPicturePool, type PicturePool } from "#storage/pictures/picture-pool.ts";
import { bombs, oddities } from "../factories/pictures/bombs.ts";
import { buildScans } from "../factories/pictures/jpeg.ts";
import { readPhoto } from "../support/read-photo.ts";

const MEGABYTE = 1024 * 1024;

let pool: PicturePool;
beforeAll(async () => {
  pool = openPicturePool({ children: 1, waitMs: 20_000, decodeMs: 20_000 });
  await pool.warm();
});
afterAll(() => pool.close());

async function codeOf(bytes: Uint8Array) {
  try {
    const picture = await pool.receive([bytes]);
    await pool.normalise(picture).finally(picture.discard);
    return "accepted";
  } catch (error) {
    return (error as { code?: string }).code;
  }
}

/** What a child holds now, in bytes; 0 where the system does not tell. */
function readRss(pid: number) {
  const file = `/proc/${pid}/status`;
  if (!existsSync(file)) return 0;
  return Number(/VmHWM:\s+(\d+)/.exec(readFileSync(file, "utf8"))?.[1]) * 1024;
}

const codes: Record<string, string> = {
  pixels: "picture.too_many_pixels",
  scans: "picture.too_many_scans",
  frames: "picture.animated",
};

describe("a picture made to cost much", { timeout: 60_000 }, () => {
  it("is refused before it is decoded, in no more memory than an idle child has", async () => {
    await codeOf(readPhoto());
    const [pid = 0] = pool.stats().pids;
    const before = readRss(pid);
    for (const { name, make } of bombs) {
      const expected = codes[name.split("-")[0] ?? ""];
      expect([name, await codeOf(await make())]).toEqual([name, expected]);
    }
    expect(pool.stats()).toMatchObject({ faults: 0, accepted: 1 });
    expect(pool.stats().pids).toContain(pid);
    expect(readRss(pid) - before).toBeLessThan(100 * MEGABYTE);
  });

  it("by its packed texts, chunks or lengths costs no child", async () => {
    const [pid = 0] = pool.stats().pids;
    const before = readRss(pid);
    const outcomes: Record<string, string | undefined> = {};
    for (const { name, make } of oddities) outcomes[name] = await codeOf(await make());
    expect(outcomes).toMatchObject({
      "chunks-png": "accepted",
      "length-webp-zero": "picture.damaged",
    });
    expect(pool.stats().pids).toContain(pid);
    expect(readRss(pid) - before).toBeLessThan(100 * MEGABYTE);
  });

  it("is told from one that has as many scans as cameras write", async () => {
    expect(await codeOf(await buildScans(10))).toBe("accepted");
  });
});

describe("a picture that lost its end", { timeout: 60_000 }, () => {
  it("at any hundredth is refused as damaged", async () => {
    const whole = readPhoto();
    const outcomes = new Set<string | undefined>();
    for (let hundredth = 1; hundredth < 99; hundredth += 1)
      outcomes.add(await codeOf(whole.subarray(0, Math.floor((whole.length * hundredth) / 100))));
    expect([...outcomes]).toEqual(["picture.damaged"]);
  });
});
