import { type RawBuilder, type SqlBool, sql } from "kysely";
import type { Actor } from "#app/contracts/parties.ts";

/** The first lock: which rows of a table an actor's query is about. Row-level security is the second. */
export function ownedBy(actor: Actor, table: string): RawBuilder<SqlBool> {
  if (actor.kind === "seller")
    return sql<SqlBool>`${sql.ref(`${table}.seller_org_id`)} = ${actor.organisationId}`;
  if (actor.kind === "courier")
    return sql<SqlBool>`${sql.ref(`${table}.courier_id`)} = ${actor.courierId}`;
  return sql<SqlBool>`true`;
}

/** The streams of a thread that an actor may read. */
export const readableBy = (actor: Actor) => ["everyone", actor.kind] as const;
