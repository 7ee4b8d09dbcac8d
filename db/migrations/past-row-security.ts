import { type Kysely, sql } from "kysely";

/** Row-level security is forced on the owner too, who would fill in nothing: it is lifted for the owner meanwhile. */
export async function pastRowSecurity(
  db: Kysely<unknown>,
  tables: readonly string[],
  work: () => Promise<void>,
): Promise<void> {
  for (const table of tables)
    await sql`alter table ${sql.ref(table)} no force row level security`.execute(db);
  await work();
  for (const table of tables)
    await sql`alter table ${sql.ref(table)} force row level security`.execute(db);
}
