import { sql } from "kysely";
import type { Jobs } from "#app/context.ts";

/** graphile-worker secures its own tables, so a job goes in through one function that their owner lent out. */
export const jobs: Jobs = {
  async add(tx, name, payload, options = {}) {
    await sql`select queue.enqueue(${name}, ${JSON.stringify(payload)}::json, ${options.key ?? null}, ${options.runAt ?? null}::timestamptz)`.execute(
      tx,
    );
  },
};
