import { describe, expect, inject, it } from "vitest";
import { openCluster } from "./thread/cluster.ts";
import { runListen } from "./thread/run-listen.ts";
import { runMessages } from "./thread/run-messages.ts";
import { runNetwork } from "./thread/run-network.ts";
import { runPostgres } from "./thread/run-postgres.ts";
import { runRolling } from "./thread/run-rolling.ts";
import { runSlow } from "./thread/run-slow.ts";

const common = () => ({ seed: 7, say: () => {}, clusterUrl: inject("postgresUrl") });
const few = { threads: 2, people: 2 };

/** Each run is given a fault that it is there to find. */
describe("a planted fault is found", { timeout: 120_000 }, () => {
  it("where an answer leaves before its commit and the node is killed", async () => {
    const verdict = await runMessages({
      ...common(),
      plan: { ...few, messages: 40, perSecond: 40, kills: 1, restartMs: 0 },
      plant: "ack-before-commit",
    });
    expect(verdict.lost).toBeGreaterThan(0);
    expect(verdict.pass).toBe(false);
  });

  // Whether the stop falls between the two is luck, if little of it.
  it("where an answer leaves before its commit and PostgreSQL is stopped", {
    retry: 2,
  }, async () => {
    const cluster = await openCluster(() => {});
    const verdict = await runPostgres({
      ...common(),
      cluster,
      plan: { threads: 4, people: 8, perSecond: 60, kills: 1, pauseMs: 1_200, awayMs: 0 },
      plant: "ack-before-commit",
    }).finally(cluster.close);
    expect(verdict.lost).toBeGreaterThan(0);
    expect(verdict.pass).toBe(false);
  });

  it("where ids are taken for the order of commits", async () => {
    const verdict = await runListen({
      ...common(),
      plan: { ...few, nodes: 1, perSecond: 10, kills: 0, halfOpen: 0, pairs: 5 },
      plant: "bigserial-reader",
    });
    expect(verdict.skipped).toBeGreaterThan(0);
    expect(verdict.pass).toBe(false);
  });

  it("where a page fetches before it subscribes", async () => {
    const verdict = await runNetwork({
      ...common(),
      plan: { ...few, perSecond: 4, cutsMs: [], races: 60 },
      plant: "fetch-before-subscribe",
    });
    expect(verdict.raceMissed).toBeGreaterThan(0);
    expect(verdict.pass).toBe(false);
  });

  it("where nobody cuts those who stop reading", async () => {
    const verdict = await runSlow({
      ...common(),
      plan: {
        slow: 3,
        before: 0,
        messages: 3,
        growthMb: 500,
        cutWithinMs: 2_000,
        nonsense: 1,
        ghosts: false,
      },
      plant: "no-cut",
    });
    expect(verdict).toMatchObject({ slow: 3, cut: 0, pass: false });
  });

  it("where a node goes while somebody waits for its answer", async () => {
    const verdict = await runRolling({
      ...common(),
      plan: { ...few, people: 4, perSecond: 60, rounds: 5 },
      plant: "no-drain",
    });
    expect(verdict.failed).toBeGreaterThan(0);
    expect(verdict.pass).toBe(false);
  });
});
