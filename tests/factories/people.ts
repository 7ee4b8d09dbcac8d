import { randomUUID } from "node:crypto";
import type { Actor, Role, Side, SupportLevel } from "#app/contracts/parties.ts";
import type { Place } from "../support/place.ts";

type Wanted = {
  kind: Side;
  organisationId?: string;
  courierId?: string;
  role?: Role;
  level?: SupportLevel;
  name?: string;
};

async function buildOrganisation(world: Place, kind: Side, courierId: string | null) {
  const slug = `${kind}-${randomUUID().slice(0, 8)}`;
  const row = await world.owner
    .insertInto("organizations")
    .values({ name: `Organisasi ${slug}`, slug, kind, courier_id: courierId })
    .returning(["id", "name", "slug"])
    .executeTakeFirstOrThrow();
  return row;
}

/** A person with an organisation of their own, unless one is named. */
export async function buildActor(world: Place, wanted: Wanted): Promise<Actor & { slug: string }> {
  const courierId = wanted.kind === "courier" ? (wanted.courierId ?? "idx") : null;
  const organisation = wanted.organisationId
    ? await world.owner
        .selectFrom("organizations")
        .select(["id", "name", "slug"])
        .where("id", "=", wanted.organisationId)
        .executeTakeFirstOrThrow()
    : await buildOrganisation(world, wanted.kind, courierId);
  const name = wanted.name ?? `Orang ${randomUUID().slice(0, 4)}`;
  const user = await world.owner
    .insertInto("users")
    .values({ name, email: `${randomUUID()}@example.test` })
    .returning("id")
    .executeTakeFirstOrThrow();
  const role = wanted.role ?? "member";
  const level = wanted.level ?? (wanted.kind === "support" ? 1 : null);
  await world.owner
    .insertInto("members")
    .values({ organization_id: organisation.id, user_id: user.id, role, level })
    .execute();
  return {
    kind: wanted.kind,
    userId: user.id,
    sessionId: randomUUID(),
    name,
    organisationId: organisation.id,
    organisationName: organisation.name,
    courierId,
    role,
    level,
    slug: organisation.slug,
  };
}
