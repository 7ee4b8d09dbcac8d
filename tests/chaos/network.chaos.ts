import { buildPages } from "#server/cli/build-pages.ts";
import type { Chaos } from "./chaos.ts";
import { openCluster } from "./thread/cluster.ts";
import { plantInClients } from "./thread/plants.ts";

export const plants = ["fetch-before-subscribe", "no-gap-check"];

const CUTS_MS = [1_000, 10_000, 60_000];

/** People whose network breaks or falls silent, and threads that are opened while somebody writes. */
export const chaos: Chaos = async ({ long, seed, plant, say }) => {
  await plantInClients(plant);
  const { runNetwork } = await import("./thread/run-network.ts");
  await buildPages(say);
  const cluster = await openCluster(say);
  const crowd = { threads: 10, people: 4, perSecond: 10 };
  // A planted fault shows itself soon, or not at all.
  const rest = plant
    ? { cutsMs: [1_000], races: 100 }
    : { cutsMs: long ? [...CUTS_MS, 600_000] : CUTS_MS, races: 1_000 };
  const plan = { ...crowd, ...rest };
  try {
    return await runNetwork({ clusterUrl: cluster.url, plan, seed, plant, say });
  } finally {
    await cluster.close();
  }
};
