import { resolve } from "node:path";
import type { Db } from "#app/context.ts";
import { openPool, queriesOn, transactionsOn } from "#db/client.ts";
import { findEmbeddedPostgres } from "#db/embedded.ts";
import type { Env } from "../../env.ts";
import { UsageError } from "../usage-error.ts";

/** The database of the environment, else the demo's own, started for this question where it does not run. */
export async function openDatabase(env: Env): Promise<{ db: Db; close(): Promise<void> }> {
  const named = env.DATABASE_URL ?? env.DATABASE_OWNER_URL;
  const postgres = named
    ? { url: named, stop: async () => {} }
    : await findEmbeddedPostgres(resolve(env.DATA_DIR, "postgres"));
  if (!postgres)
    throw new UsageError("There is no database yet. Set DATABASE_URL, or run npm run demo first.");
  const pool = openPool({ url: postgres.url, max: 1, onError: () => {} });
  return {
    db: transactionsOn(queriesOn(pool)),
    async close() {
      await pool.end();
      await postgres.stop();
    },
  };
}
