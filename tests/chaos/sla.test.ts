import { describe, expect, inject, it } from "vitest";
import type { Plan } from "./sla/plan.ts";
import { runSla } from "./sla/run-sla.ts";

const tiny: Plan = {
  kills: 0,
  warnPercent: 99,
  early: { requests: 4, ages: [[61_000, 62_000]] },
  stream: { ms: 0, everyMs: 200, age: [58_200, 58_500] },
  parcels: [1, 2],
  strikeMs: 0,
  // The killed one comes back after the last deadline: its first sweep finds what its jobs took along.
  restartMs: [2_500, 2_600],
  blackoutMs: 500,
  quietMs: 0,
};

const run = (change: Partial<Plan>, plant?: string) =>
  runSla({
    clusterUrl: inject("postgresUrl"),
    plan: { ...tiny, ...change },
    seed: 7,
    plant,
    say: () => {},
  });

const PATIENCE_MS = 40_000;

describe("warnings and breaches over two workers", { timeout: PATIENCE_MS }, () => {
  it("are each written once though a worker is killed", async () => {
    const verdict = await run({ kills: 1, stream: { ...tiny.stream, ms: 600 } });
    expect(verdict).toMatchObject({ missed: 0, doubled: 0, late: 0, kills: 1, pass: true });
  });

  it("are known for wrong where the time of writing passes for theirs", async () => {
    expect(await run({}, "receipt-time")).toMatchObject({ missed: 0, pass: false });
  });
});
