import { buildPages } from "#server/cli/build-pages.ts";
import type { Chaos } from "./chaos.ts";
import { openCluster } from "./thread/cluster.ts";
import { runSlow } from "./thread/run-slow.ts";

export const plants = ["no-cut", "memory-dedupe"];

/** Fifty people who stop reading, nonsense of every kind, and people who vanish. */
export const chaos: Chaos = async ({ seed, plant, say }) => {
  await buildPages(say);
  const cluster = await openCluster(say);
  const flood = { slow: 50, messages: 300, bodyLength: 3_900, perSecond: 40, growthMb: 50 };
  try {
    const plan = { ...flood, cutWithinMs: 60_000, nonsense: 300, ghosts: true };
    return await runSlow({ clusterUrl: cluster.url, plan, seed, plant, say });
  } finally {
    await cluster.close();
  }
};
