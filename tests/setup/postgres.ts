import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { startEmbeddedPostgres } from "#db/embedded.ts";
import { buildPages } from "#server/cli/build-pages.ts";
import { createTemplate } from "../support/test-database.ts";

declare module "vitest" {
  interface ProvidedContext {
    postgresUrl: string;
  }
}

/** One PostgreSQL for the run, with a migrated template that each file clones. */
export default async function setup(project: TestProject) {
  await buildPages(() => {});
  const folder = mkdtempSync(join(tmpdir(), "pickup-tests-"));
  const postgres = await startEmbeddedPostgres({ folder, fast: true, say: () => {} });
  await createTemplate(postgres.url);
  project.provide("postgresUrl", postgres.url);
  return async () => {
    await postgres.stop();
    rmSync(folder, { recursive: true, force: true });
  };
}
