import { expect, inject, it } from "vitest";
import { bench } from "./clock.bench.ts";
import type { Figure } from "./figure.ts";

it("takes the figures of the clock", async () => {
  const figures: Figure[] = [];
  for await (const figure of bench(true, inject("postgresUrl"))) figures.push(figure);
  expect(figures.map(({ name, unit }) => [name, unit])).toEqual([
    ["clock.deadlines", "deadlines/s"],
    ["clock.sweep", "ms"],
    ["clock.sweep.idle", "ms"],
  ]);
  for (const figure of figures) expect(figure.value).toBeGreaterThan(0);
});
