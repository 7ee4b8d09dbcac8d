import { runMigrations as makeQueue } from "graphile-worker";
import { Kysely, PostgresDialect, sql } from "kysely";
import { Migrator } from "kysely/migration";
import { openPool } from "./client.ts";
import { migrations } from "./migrations/index.ts";

/** Roles the app's login may become; `app_owner` is not among them. */
const LOGIN_ROLES = [
  "app_seller",
  "app_courier",
  "app_support",
  "app_system",
  "app_auth",
  "app_jobs",
];

// A connection that breaks between two statements makes the next one fail: that is where it is told.
const ignore = () => {};

export const openOwner = (url: string) =>
  new Kysely<unknown>({
    dialect: new PostgresDialect({
      pool: openPool({ url, max: 2, statementTimeout: 0, onError: ignore }),
    }),
  });

/** Brings the database of that connection string, which must be its owner's, to the newest schema. May run again. */
export async function migrate(ownerUrl: string): Promise<string[]> {
  const db = openOwner(ownerUrl);
  try {
    const migrator = new Migrator({ db, provider: { getMigrations: async () => migrations } });
    const { error, results } = await migrator.migrateToLatest();
    if (error) throw error;
    await makeJobQueue(ownerUrl);
    return (results ?? []).map((result) => result.migrationName);
  } finally {
    await db.destroy();
  }
}

async function makeJobQueue(ownerUrl: string) {
  const pool = openPool({
    url: ownerUrl,
    max: 2,
    role: "app_jobs",
    statementTimeout: 0,
    onError: ignore,
  });
  try {
    await makeQueue({ pgPool: pool });
  } finally {
    await pool.end();
  }
}

/** Makes or renews the login that the app works with: it owns nothing and is no superuser. */
export async function ensureLogin(ownerUrl: string, login: { name: string; password: string }) {
  const db = openOwner(ownerUrl);
  try {
    await db.transaction().execute(async (tx) => {
      await sql`select pg_advisory_xact_lock(hashtext('pickup roles'))`.execute(tx);
      const name = sql.id(login.name);
      const { rows } = await sql`select from pg_roles where rolname = ${login.name}`.execute(tx);
      if (rows.length === 0) await sql`create role ${name} login noinherit`.execute(tx);
      await sql`alter role ${name} password ${sql.lit(login.password)}`.execute(tx);
      for (const role of LOGIN_ROLES) await sql`grant ${sql.id(role)} to ${name}`.execute(tx);
    });
  } finally {
    await db.destroy();
  }
}

/** The same server and database under another login. */
export function urlAs(ownerUrl: string, login: { name: string; password: string }): string {
  const url = new URL(ownerUrl);
  url.username = encodeURIComponent(login.name);
  url.password = encodeURIComponent(login.password);
  return url.href;
}

/** Removes what `migrate` made in this database. The roles stay: they may serve another one. */
export async function dropEverything(ownerUrl: string) {
  const db = openOwner(ownerUrl);
  try {
    await sql`drop schema if exists queue, graphile_worker, events cascade`.execute(db);
    await sql`drop owned by app_owner cascade`.execute(db);
    await sql`drop table if exists kysely_migration, kysely_migration_lock`.execute(db);
  } finally {
    await db.destroy();
  }
}
