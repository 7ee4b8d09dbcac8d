import { sql } from "kysely";
import type { AppContext } from "#app/context.ts";
import type { Actor } from "#app/contracts/parties.ts";
import type { World } from "../support/test-world.ts";

const APP_ROLES = [
  "app_seller",
  "app_courier",
  "app_support",
  "app_system",
  "app_auth",
  "app_jobs",
  "app_login",
];

/** Tables that hold somebody's rows: by their columns, so that a new one is found by itself. */
async function listOwnedTables(world: World) {
  const { rows } = await sql<{
    name: string;
    column: string;
    forced: boolean;
    enabled: boolean;
    owner: string;
  }>`
    select c.relname as name, min(a.attname) as column, c.relforcerowsecurity as forced, c.relrowsecurity as enabled,
      pg_get_userbyid(c.relowner) as owner
    from pg_class c join pg_attribute a on a.attrelid = c.oid
    where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace
      and a.attname in ('seller_org_id', 'owner_org_id')
    group by c.oid order by 1`.execute(world.owner);
  return rows;
}

const own = (actor: Actor, column: string) => {
  if (column === "owner_org_id") return sql`owner_org_id = ${actor.organisationId}`;
  return actor.kind === "courier"
    ? sql`courier_id = ${actor.courierId}`
    : sql`seller_org_id = ${actor.organisationId}`;
};

/** What is said of somebody's photos, and not to them. */
const FOR_CS_ALONE = new Set(["photo_evidence"]);

/** No right at all, or no such column: a courier has nothing to do with that table. */
const NONE = new Set(["42501", "42703"]);

async function countForeign(world: World, actor: Actor, table: string, column: string) {
  try {
    return await world.ctx.db.as(actor, async (tx) => {
      const { rows } = await sql<{ foreign: number; own: number }>`
        select count(*) filter (where not ${own(actor, column)})::int as foreign,
          count(*) filter (where ${own(actor, column)})::int as own from ${sql.ref(table)}`.execute(
        tx,
      );
      return rows[0] ?? { foreign: 0, own: 0 };
    });
  } catch (error) {
    if (NONE.has((error as { code?: string }).code ?? "")) return { foreign: 0, own: 0 };
    throw error;
  }
}

/**
 * Everything that is wrong with row-level security, in sentences. `full` has rows in each table,
 * so seeing none of them is a fault as well; `stranger` has none.
 */
export async function findLeaks(world: World, full: Actor, stranger: Actor): Promise<string[]> {
  const faults: string[] = [];
  for (const { name, column, forced, enabled, owner } of await listOwnedTables(world)) {
    if (!enabled || !forced) faults.push(`${name}: row-level security is not forced`);
    if (APP_ROLES.includes(owner)) faults.push(`${name}: belongs to ${owner}`);
    const seen = await countForeign(world, stranger, name, column);
    if (seen.foreign > 0)
      faults.push(`${name}: ${stranger.kind} sees ${seen.foreign} foreign rows`);
    const mine = await countForeign(world, full, name, column);
    const isTheirs = !FOR_CS_ALONE.has(name);
    if (!isTheirs && mine.own > 0) faults.push(`${name}: ${full.kind} sees what is for CS alone`);
    if (isTheirs && mine.own === 0) faults.push(`${name}: ${full.kind} does not see own rows`);
  }
  const { rows } = await sql<{ role: string }>`select current_user as role`.execute(world.bare);
  if (rows[0]?.role !== "app_login") faults.push(`a connection goes back as ${rows[0]?.role}`);
  return faults;
}

/** The same world with settings made for the session instead of the transaction, on one connection. */
export function withLeakySettings(world: World): World {
  const as: AppContext["db"]["as"] = (actor, work) =>
    world.bare.transaction().execute(async (tx) => {
      const kind = actor === "system" ? "system" : actor.kind;
      const organisation = actor === "system" ? "" : actor.organisationId;
      const user = actor === "system" ? "" : actor.userId;
      await sql`select set_config('role', ${`app_${kind}`}, false), set_config('app.organisation', ${organisation}, false),
        set_config('app.courier', '', false), set_config('app.user', ${user}, false)`.execute(tx);
      return work(tx);
    });
  return { ...world, ctx: { ...world.ctx, db: { ...world.ctx.db, as } } };
}
