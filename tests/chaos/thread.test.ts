import { describe, expect, inject, it } from "vitest";
import { runListen } from "./thread/run-listen.ts";
import { runMessages } from "./thread/run-messages.ts";

const common = { seed: 7, say: () => {} };

const messages = (plant: string) =>
  runMessages({
    ...common,
    clusterUrl: inject("postgresUrl"),
    plan: { threads: 2, people: 2, messages: 40, perSecond: 40, kills: 1, restartMs: 0 },
    plant,
  });

const listen = (plant: string) =>
  runListen({
    ...common,
    clusterUrl: inject("postgresUrl"),
    plan: { threads: 2, people: 2, nodes: 1, perSecond: 10, kills: 0, halfOpen: 0, pairs: 5 },
    plant,
  });

const PATIENCE_MS = 120_000;

describe("messages over two nodes", { timeout: PATIENCE_MS }, () => {
  it("are known to be lost where an answer leaves before its commit", async () => {
    const verdict = await messages("ack-before-commit");
    expect(verdict.lost).toBeGreaterThan(0);
    expect(verdict.pass).toBe(false);
  });
});

it(
  "news are known to be skipped where ids are taken for the order of commits",
  async () => {
    const verdict = await listen("bigserial-reader");
    expect(verdict.skipped).toBeGreaterThan(0);
    expect(verdict.pass).toBe(false);
  },
  PATIENCE_MS,
);
