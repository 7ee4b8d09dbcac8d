import { sql, type Transaction } from "kysely";
import type { Db, DbActor } from "#app/context.ts";
import { actAs, type Pool, queriesOn } from "#db/client.ts";
import type { Database } from "#db/tables/index.ts";

/** Verbs open a transaction each; here they all take part in the one that is open, under their own roles. */
function within(tx: Transaction<Database>): Db {
  let acting: DbActor | undefined;
  return {
    async as(actor, work) {
      if (actor !== acting) await actAs(tx, actor);
      acting = actor;
      return work(tx);
    },
    check: async () => {},
  };
}

/** All of it is there or nothing, also when the process is killed half-way: PostgreSQL takes it back. */
export function inOneTransaction<T>(
  pool: Pool,
  work: (tx: Transaction<Database>, db: Db) => Promise<T>,
): Promise<T> {
  return queriesOn(pool)
    .transaction()
    .execute(async (tx) => {
      // A slow machine may draw a photo for longer than a transaction may otherwise rest.
      await sql`set local idle_in_transaction_session_timeout = 0`.execute(tx);
      return work(tx, within(tx));
    });
}
