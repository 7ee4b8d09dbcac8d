import { buildPages } from "#server/cli/build-pages.ts";
import type { Chaos } from "./chaos.ts";
import { openCluster } from "./thread/cluster.ts";
import { runRolling } from "./thread/run-rolling.ts";

export const plants = ["no-drain", "ack-before-commit", "memory-dedupe"];

/** Five new versions of two nodes, one after the other, under people who write. */
export const chaos: Chaos = async ({ seed, plant, say }) => {
  await buildPages(say);
  const cluster = await openCluster(say);
  const plan = { threads: 20, people: 5, perSecond: 30, rounds: 5 };
  try {
    return await runRolling({ clusterUrl: cluster.url, plan, seed, plant, say });
  } finally {
    await cluster.close();
  }
};
