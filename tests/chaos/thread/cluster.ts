import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type EmbeddedPostgres, startEmbeddedPostgres } from "#db/embedded.ts";
import { createTemplate } from "../../support/test-database.ts";
import { openTap } from "./tap.ts";

const portOf = (url: string) => Number(new URL(url).port);

function throughTap(url: string, port: number) {
  const through = new URL(url);
  through.port = String(port);
  return through.href;
}

/** A PostgreSQL that keeps its word, behind a line that can be cut, and that can be stopped like a machine that loses power. */
export async function openCluster(say: (line: string) => void) {
  const folder = mkdtempSync(join(tmpdir(), "pickup-chaos-"));
  let postgres: EmbeddedPostgres = await startEmbeddedPostgres({ folder, say });
  await createTemplate(postgres.url);
  const tap = await openTap(() => portOf(postgres.url));
  return {
    /** Past the tap, for the judge. After a stop it is another one. */
    directUrl: () => postgres.url,
    url: throughTap(postgres.url, tap.port),
    tap,
    /** What `pg_ctl stop -m immediate` does: no word to anybody, no checkpoint. */
    async stopAtOnce() {
      const file = join(postgres.folder, "data", "postmaster.pid");
      process.kill(Number(readFileSync(file, "utf8").split("\n")[0]), "SIGQUIT");
      await postgres.stop();
    },
    async start() {
      postgres = await startEmbeddedPostgres({ folder, say });
    },
    async close() {
      await tap.close();
      await postgres.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

export type Cluster = Awaited<ReturnType<typeof openCluster>>;
