import { expect, inject, it } from "vitest";
import * as clock from "./clock.bench.ts";
import * as delivery from "./delivery.bench.ts";
import * as pictures from "./pictures.bench.ts";

/** @returns the unit of each figure by its name, after looking that something was measured. */
async function unitsOf(bench: typeof clock.bench) {
  const units: Record<string, string> = {};
  for await (const { name, value, unit } of bench(true, inject("postgresUrl"))) {
    // Where the machine has much to do, nothing of it is left.
    if (!name.startsWith("delivery") || !name.endsWith(".idle"))
      expect({ name, value }).toEqual({ name, value: expect.toSatisfy((n) => n > 0) });
    units[name] = unit;
  }
  return units;
}

it("takes the figures of the clock", async () => {
  expect(await unitsOf(clock.bench)).toEqual({
    "clock.deadlines": "deadlines/s",
    "clock.sweep": "ms",
    "clock.sweep.idle": "ms",
  });
});

it("takes the figures of pictures", { timeout: 60_000 }, async () => {
  expect(await unitsOf(pictures.bench)).toMatchObject({
    "pictures.rate": "pictures/s",
    "pictures.p95": "ms",
    "pictures.peak": "MB a child",
  });
});

it("takes the figures of a message on its way", { timeout: 60_000 }, async () => {
  expect(await unitsOf(delivery.bench)).toMatchObject({
    "delivery.10.messages": "messages/s",
    "delivery.10.p95": "ms",
    "delivery.posting": "requests/s",
  });
});
