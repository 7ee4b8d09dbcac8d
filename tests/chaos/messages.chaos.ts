import { buildPages } from "#server/cli/build-pages.ts";
import type { Chaos } from "./chaos.ts";
import { openCluster } from "./thread/cluster.ts";
import { PLANTS, plantInClients } from "./thread/plants.ts";

export const plants = PLANTS;

/** Faults that this run does not show, and the one that does. */
const ELSEWHERE: Record<string, string> = {
  "no-poll": "listen",
  "bigserial-reader": "listen",
  "fetch-before-subscribe": "network",
  "no-cut": "slow",
  "no-drain": "rolling",
};

/** Two hundred people write while their nodes are killed in the middle of a message. */
export const chaos: Chaos = async (options) => {
  const { kills, messages, seed, plant, say } = options;
  const elsewhere = ELSEWHERE[plant ?? ""];
  if (elsewhere) {
    const run = (await import(`./${elsewhere}.chaos.ts`)) as { chaos: Chaos };
    return run.chaos(options);
  }
  await plantInClients(plant);
  const { runMessages } = await import("./thread/run-messages.ts");
  await buildPages(say);
  const cluster = await openCluster(say);
  // A planted fault shows itself among few, or not at all.
  const crowd = plant ? { threads: 6, people: 4 } : { threads: 40, people: 5 };
  const plan = { ...crowd, messages, perSecond: 30, kills, restartMs: 500 };
  try {
    return await runMessages({ clusterUrl: cluster.url, plan, seed, plant, say });
  } finally {
    await cluster.close();
  }
};
