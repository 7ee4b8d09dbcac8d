import { expect, inject, it } from "vitest";
import { runCrowd } from "./crowd/run-crowd.ts";

const crowd = (people: number, plant?: string) =>
  runCrowd({
    ...{ clusterUrl: inject("postgresUrl"), people, photosEach: 2, quietMs: 0, plant },
    photos: ["tests/storage/fixtures/landscape-1.jpg", "tests/storage/fixtures/portrait-1.jpg"],
    patienceMs: 20_000,
  });

it("sees every photo of a crowd arrive", { timeout: 60_000 }, async () => {
  expect(await crowd(4)).toMatchObject({
    ...{ uploads: 8, arrived: 8, retryAfterMissing: 0, refusedForGood: 0 },
    ...{ exits: 0, tempFilesLeft: 0 },
  });
});

it("finds pages that wait while a photo is decoded", { timeout: 60_000 }, async () => {
  const verdict = await crowd(2, "decode-at-once");
  expect(Number(verdict.pagesP95)).toBeGreaterThan(500);
  expect(verdict.pass).toBe(false);
});

it("finds photos that were sent away for good", { timeout: 60_000 }, async () => {
  const verdict = await crowd(3, "full-house");
  expect(verdict.arrived).toBeLessThan(verdict.uploads);
  expect(verdict.pass).toBe(false);
});
