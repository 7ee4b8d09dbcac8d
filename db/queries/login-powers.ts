import { type Kysely, sql } from "kysely";
import type { Database } from "../tables/index.ts";

export async function findLoginPowers(db: Kysely<Database>) {
  const { rows } = await sql<{ superuser: boolean; bypass: boolean; owns: number }>`
    select rolsuper as superuser, rolbypassrls as bypass,
      (select count(*)::int from pg_class where relowner = r.oid and relkind = 'r') as owns
    from pg_roles r where rolname = session_user`.execute(db);
  const [row] = rows;
  if (!row) throw new Error("The login is not in pg_roles");
  return row;
}
