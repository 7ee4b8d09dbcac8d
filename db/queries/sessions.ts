import type { Kysely } from "kysely";
import type { Actor } from "#app/contracts/parties.ts";
import type { Database } from "../tables/index.ts";

/** One joined query; the membership is read each time, so a removed member or a changed role counts at once. */
export async function findActorByToken(
  db: Kysely<Database>,
  token: string,
  now: Date,
): Promise<Actor | undefined> {
  const row = await db
    .selectFrom("sessions as s")
    .innerJoin("users as u", "u.id", "s.user_id")
    .innerJoin("members as m", "m.user_id", "u.id")
    .innerJoin("organizations as o", "o.id", "m.organization_id")
    .select([
      "s.id as session_id",
      "u.id as user_id",
      "u.name",
      "o.id as organisation_id",
      "o.name as organisation_name",
      "o.kind",
      "o.courier_id",
      "m.role",
      "m.level",
    ])
    .where("s.token", "=", token)
    .where("s.expires_at", ">", now)
    .orderBy((eb) =>
      eb.case().when("o.id", "=", eb.ref("s.active_organization_id")).then(0).else(1).end(),
    )
    .orderBy("m.created_at")
    .limit(1)
    .executeTakeFirst();
  if (!row) return undefined;
  return {
    kind: row.kind,
    userId: row.user_id,
    sessionId: row.session_id,
    name: row.name,
    organisationId: row.organisation_id,
    organisationName: row.organisation_name,
    courierId: row.courier_id,
    role: row.role,
    level: row.level,
  };
}

type Standing = Pick<Actor, "sessionId" | "organisationId" | "role" | "level">;

/** A session with the membership it was opened for, as one word. */
export const standingOf = ({ sessionId, organisationId, role, level }: Standing) =>
  [sessionId, organisationId, role, level].join("/");

/** What still stands of these sessions: revoked ones, removed members and changed roles are not in it. */
export async function findStandings(
  db: Kysely<Database>,
  ids: string[],
  now: Date,
): Promise<Set<string>> {
  if (ids.length === 0) return new Set();
  const rows = await db
    .selectFrom("sessions as s")
    .innerJoin("members as m", "m.user_id", "s.user_id")
    .select(["s.id as sessionId", "m.organization_id as organisationId", "m.role", "m.level"])
    .where("s.id", "in", ids)
    .where("s.expires_at", ">", now)
    .execute();
  return new Set(rows.map(standingOf));
}
