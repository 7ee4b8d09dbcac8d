import { buildPages } from "#server/cli/build-pages.ts";
import type { Chaos } from "./chaos.ts";
import { openCluster } from "./thread/cluster.ts";
import { runListen } from "./thread/run-listen.ts";

export const plants = ["no-poll", "bigserial-reader"];

/** Two nodes whose LISTEN connections are ended or fall silent, and commits that come late. */
export const chaos: Chaos = async ({ kills, seed, plant, say }) => {
  await buildPages(say);
  const cluster = await openCluster(say);
  const crowd = { threads: 8, people: 5, nodes: 2, perSecond: 6 };
  // A planted fault shows itself soon, or not at all.
  const rest = plant ? { kills: 0, halfOpen: 2, pairs: 20 } : { kills, halfOpen: 4, pairs: 1_000 };
  const plan = { ...crowd, ...rest };
  try {
    return await runListen({ clusterUrl: cluster.url, plan, seed, plant, say });
  } finally {
    await cluster.close();
  }
};
