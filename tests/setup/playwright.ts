import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startEmbeddedPostgres } from "#db/embedded.ts";
import { buildPages } from "#server/cli/build-pages.ts";
import { createTemplate } from "../support/test-database.ts";

/** One PostgreSQL for all stories; each clones its database from the template. */
export default async function setup() {
  await buildPages(() => {});
  const folder = mkdtempSync(join(tmpdir(), "pickup-e2e-"));
  const postgres = await startEmbeddedPostgres({ folder, fast: true, say: () => {} });
  await createTemplate(postgres.url);
  process.env.E2E_POSTGRES_URL = postgres.url;
  return async () => {
    await postgres.stop();
    rmSync(folder, { recursive: true, force: true });
  };
}
