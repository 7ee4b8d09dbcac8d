import { expect, inject, it } from "vitest";
import { runStorage } from "./storage/run-storage.ts";

it("knows photos for missing whose rows are ready before their objects", async () => {
  const verdict = await runStorage({
    clusterUrl: inject("postgresUrl"),
    ...{ phones: 2, kills: 0, seed: 7, plant: "ready-before-object", say: () => {} },
  });
  expect(verdict.readyWithoutObject).toBeGreaterThan(0);
  expect(verdict).toMatchObject({ lost: 0, doubled: 0, exits: 0, pass: false });
});
