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
  const cutsMs = long ? [...CUTS_MS, 600_000] : CUTS_MS;
  const plan = { threads: 10, people: 4, perSecond: 10, cutsMs, races: 1_000 };
  try {
    return await runNetwork({ clusterUrl: cluster.url, plan, seed, plant, say });
  } finally {
    await cluster.close();
  }
};
