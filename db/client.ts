import type { Socket } from "node:net";
import { CamelCasePlugin, Kysely, PostgresDialect, sql, type Transaction } from "kysely";
import pg from "pg";
import type { Db, DbActor } from "#app/context.ts";
import type { Database } from "./tables/index.ts";

// A bigint count stays below 2^53 here; a date is a day, not an instant.
pg.types.setTypeParser(pg.types.builtins.INT8, Number);
pg.types.setTypeParser(pg.types.builtins.DATE, String);

type PoolOptions = {
  url: string;
  max: number;
  /** Every connection of the pool works as this role. */
  role?: string;
  /** Milliseconds a statement may take; 0: any time. */
  statementTimeout?: number;
  /** A connection of it may wait for notices: its silence says nothing. */
  listens?: boolean;
  onError: (error: Error) => void;
};

/** What the server may be late with its answer after the time of a statement is up. */
const LATE_MS = 2_000;

const streamOf = (client: pg.PoolClient) =>
  (client as unknown as { connection: { stream: Socket } }).connection.stream;

/** A connection in use of which nothing is heard though a statement's time is up is half-open: nobody would ever tell. */
function endWhereSilent(pool: pg.Pool, silence: number) {
  pool.on("connect", (client) => {
    const stream = streamOf(client);
    stream.on("timeout", () => stream.destroy(new Error("The database fell silent")));
  });
  pool.on("acquire", (client) => streamOf(client).setTimeout(silence));
  pool.on("release", (_, client) => streamOf(client).setTimeout(0));
}

export function openPool({
  url,
  max,
  role,
  statementTimeout = 15_000,
  listens = false,
  onError,
}: PoolOptions): pg.Pool {
  const pool = new pg.Pool({
    connectionString: url,
    max,
    connectionTimeoutMillis: 5_000,
    statement_timeout: statementTimeout,
    idle_in_transaction_session_timeout: 30_000,
    ...(role ? { options: `-c role=${role}` } : {}),
  });
  const complain = (error: Error & { client?: unknown }) => {
    // The pool hangs the whole connection on it, settings and all.
    delete error.client;
    onError(error);
  };
  pool.on("error", complain);
  // Between its idle and its working life a connection has no listener of the pool's.
  pool.on("connect", (client) => client.on("error", complain));
  if (statementTimeout > 0 && !listens) endWhereSilent(pool, statementTimeout + LATE_MS);
  return pool;
}

/** A connection of one's own, for LISTEN. */
export const openClient = (url: string) =>
  new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000, keepAlive: true });

export const queriesOn = (pool: pg.Pool) =>
  new Kysely<Database>({ dialect: new PostgresDialect({ pool }) });

/** For a library that speaks camelCase. */
export const camelCaseQueriesOn = (pool: pg.Pool) =>
  new Kysely<Record<string, never>>({
    dialect: new PostgresDialect({ pool }),
    plugins: [new CamelCasePlugin()],
  });

const NOBODY = "00000000-0000-0000-0000-000000000000";

function settingsOf(actor: DbActor) {
  if (actor === "system")
    return { role: "app_system", organisation: NOBODY, courier: "", user: NOBODY };
  return {
    role: `app_${actor.kind}`,
    organisation: actor.organisationId,
    courier: actor.courierId ?? "",
    user: actor.userId,
  };
}

/** Role and settings end with the transaction, so a connection never carries them to the next person. */
export async function actAs(tx: Transaction<Database>, actor: DbActor): Promise<void> {
  const { role, organisation, courier, user } = settingsOf(actor);
  await sql`select set_config('role', ${role}, true), set_config('app.organisation', ${organisation}, true),
    set_config('app.courier', ${courier}, true), set_config('app.user', ${user}, true)`.execute(tx);
}

export function transactionsOn(db: Kysely<Database>): Db {
  return {
    as: (actor, work) =>
      db.transaction().execute(async (tx) => {
        await actAs(tx, actor);
        return work(tx);
      }),
    async check() {
      await sql`select 1`.execute(db);
    },
  };
}

/**
 * What a pool whose role is `app_system` reads. Each statement stands by itself, so that a short read is one turn
 * of the line instead of four. Nothing that must hold together is written through it.
 */
export function systemReadsOn(db: Kysely<Database>): Db {
  return {
    as(actor, work) {
      if (actor !== "system") throw new Error("Only the system reads here");
      return db.connection().execute((line) => work(line as Transaction<Database>));
    },
    async check() {
      await sql`select 1`.execute(db);
    },
  };
}

export type { Pool } from "pg";
