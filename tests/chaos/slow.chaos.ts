import { buildPages } from "#server/cli/build-pages.ts";
import type { Chaos } from "./chaos.ts";
import { openCluster } from "./thread/cluster.ts";
import { runSlow } from "./thread/run-slow.ts";

export const plants = ["no-cut", "memory-dedupe"];

/** Fifty people who stop reading, nonsense of every kind, and people who vanish. */
export const chaos: Chaos = async ({ seed, plant, say }) => {
  await buildPages(say);
  const cluster = await openCluster(say);
  // More for each than the 4 MB that the system itself holds back, before the line counts as silent.
  const flood = { slow: 50, before: 3, messages: 3 };
  try {
    const plan = { ...flood, growthMb: 50, cutWithinMs: 20_000, nonsense: 300, ghosts: true };
    return await runSlow({ clusterUrl: cluster.url, plan, seed, plant, say });
  } finally {
    await cluster.close();
  }
};
