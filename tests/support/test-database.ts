import { randomUUID } from "node:crypto";
import { sql } from "kysely";
import { ensureLogin, migrate, openOwner, urlAs } from "#db/migrate.ts";

const TEMPLATE = "pickup_template";
export const LOGIN = { name: "app_login", password: "tests-only-password" };

export function urlOf(clusterUrl: string, database: string) {
  const url = new URL(clusterUrl);
  url.pathname = `/${database}`;
  return url.href;
}

async function onCluster(clusterUrl: string, statement: string) {
  const db = openOwner(clusterUrl);
  await sql.raw(statement).execute(db);
  await db.destroy();
}

export async function createTemplate(clusterUrl: string) {
  await onCluster(clusterUrl, `create database ${TEMPLATE}`);
  await migrate(urlOf(clusterUrl, TEMPLATE));
  await ensureLogin(clusterUrl, LOGIN);
}

export type TestDatabase = { ownerUrl: string; url: string; drop(): Promise<void> };

/** A database of one's own, cloned in some 50 ms. */
export async function cloneDatabase(clusterUrl: string): Promise<TestDatabase> {
  const name = `t_${randomUUID().replaceAll("-", "")}`;
  await onCluster(clusterUrl, `create database ${name} template ${TEMPLATE}`);
  const ownerUrl = urlOf(clusterUrl, name);
  return {
    ownerUrl,
    url: urlAs(ownerUrl, LOGIN),
    drop: () => onCluster(clusterUrl, `drop database ${name} with (force)`),
  };
}
