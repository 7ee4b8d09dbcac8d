import { buildPages } from "#server/cli/build-pages.ts";
import type { Chaos } from "./chaos.ts";
import { openCluster } from "./thread/cluster.ts";
import { runPostgres } from "./thread/run-postgres.ts";

export const plants = ["ack-before-commit", "memory-dedupe"];

/** A PostgreSQL that is stopped at once, loses connections and stays away, under people who write. */
export const chaos: Chaos = async ({ kills, seed, plant, say }) => {
  await buildPages(say);
  const cluster = await openCluster(say);
  const plan = { threads: 10, people: 5, perSecond: 30, kills, pauseMs: 1_500, awayMs: 60_000 };
  try {
    return await runPostgres({ cluster, plan, seed, plant, say });
  } finally {
    await cluster.close();
  }
};
