import { rmSync } from "node:fs";
import { join } from "node:path";
import { removeEmbeddedPostgres } from "#db/embedded.ts";
import { dropEverything } from "#db/migrate.ts";
import type { Env } from "../env.ts";

/** Only what a demo made: its own PostgreSQL and photos, or its tables in a database that was given to it. */
export async function removeDemoData(
  env: Env,
  folder: string,
  say: (line: string) => void,
): Promise<void> {
  const named = env.DATABASE_OWNER_URL ?? env.DATABASE_URL;
  if (named) await dropEverything(named);
  else await removeEmbeddedPostgres(join(folder, "postgres"), say);
  rmSync(join(folder, "photos"), { recursive: true, force: true });
  say("Started over: the demo's data is gone.");
}
