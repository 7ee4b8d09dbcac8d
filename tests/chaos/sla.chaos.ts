import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startEmbeddedPostgres } from "#db/embedded.ts";
import { createTemplate } from "../support/test-database.ts";
import type { Chaos } from "./chaos.ts";
import { fullPlan } from "./sla/plan.ts";
import { PLANTS } from "./sla/plants.ts";
import { runSla } from "./sla/run-sla.ts";

export const plants = Object.keys(PLANTS);

/** Warnings and breaches over two workers that are killed at their deadlines, on a PostgreSQL that keeps its word. */
export const chaos: Chaos = async ({ kills, seed, plant, say }) => {
  const folder = mkdtempSync(join(tmpdir(), "pickup-chaos-"));
  const postgres = await startEmbeddedPostgres({ folder, say });
  try {
    await createTemplate(postgres.url);
    return await runSla({ clusterUrl: postgres.url, plan: fullPlan(kills), seed, plant, say });
  } finally {
    await postgres.stop();
    rmSync(folder, { recursive: true, force: true });
  }
};
