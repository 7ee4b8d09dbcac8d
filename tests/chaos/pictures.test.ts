import { expect, inject, it } from "vitest";
import { makeCorpus } from "./pictures/make-corpus.ts";
import { runPictures } from "./pictures/run-pictures.ts";

const corpus = makeCorpus(7, 0);
const foreign = corpus.filter(({ folder }) => folder === "foreign");
const good = corpus.filter(({ folder }) => folder === "good");
const common = () => ({
  clusterUrl: inject("postgresUrl"),
  samples: [...good, ...foreign],
  warmUp: [],
});

it("finds nothing where nothing is planted", { timeout: 60_000 }, async () => {
  const verdict = await runPictures(common());
  expect(verdict).toMatchObject({
    files: 14,
    accepted: 6,
    errors5xx: 0,
    exits: 0,
    tempFilesLeft: 0,
  });
  expect(verdict.byFolder.foreign).toEqual({ accepted: 0, refused: 8 });
});

it("finds files that nobody cleared up", { timeout: 60_000 }, async () => {
  const verdict = await runPictures({ ...common(), samples: good, plant: "keep-temp" });
  expect(verdict).toMatchObject({ accepted: 6, pass: false });
  // One that was busy at first was sent, and left, twice.
  expect(verdict.tempFilesLeft).toBeGreaterThanOrEqual(6);
});

it("finds answers that are faults", { timeout: 60_000 }, async () => {
  const verdict = await runPictures({ ...common(), samples: foreign, plant: "no-sniff" });
  expect(verdict.errors5xx).toBeGreaterThan(0);
  expect(verdict.pass).toBe(false);
});
