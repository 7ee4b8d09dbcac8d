import { afterAll, beforeAll, expect, test } from "vitest";
import type { Actor } from "#app/contracts/parties.ts";
import { AddPolicy } from "#app/contracts/settings.schema.ts";
import { addPolicy } from "#app/domain/settings/change-policies.server.ts";
import { draftPolicy } from "#app/domain/settings/draft-policy.server.ts";
import { listRules } from "#app/domain/settings/list-rules.server.ts";
import { buildActor } from "../../factories/people.ts";
import { policyForm } from "../../factories/settings.ts";
import { NOW, openWorld, type World } from "../../support/test-world.ts";

let world: World;
let admin: Actor;
beforeAll(async () => {
  world = await openWorld();
  world.clock.set(NOW);
  admin = await buildActor(world, { kind: "support", role: "admin" });
});
afterAll(() => world.close());

const draft = (from?: string) => draftPolicy(world.ctx, admin, { from });

test("a draft is what its form can send, and begins on the Monday to come in WIB", async () => {
  const { base, values } = await draft();
  expect(base).toBeNull();
  expect(AddPolicy.parse(values)).toMatchObject({ cutoff: "16:00", limitAt: "20:00" });
  const mondays = [];
  for (const now of ["2026-11-29T16:59:00Z", "2026-11-29T17:00:00Z", NOW]) {
    world.clock.set(now);
    mondays.push((await draft()).values.validFrom);
  }
  expect(mondays).toEqual(["2026-11-30", "2026-12-07", "2026-11-30"]);
});

test("every rule makes a draft of its own that can be sent", async () => {
  await addPolicy(
    world.ctx,
    admin,
    policyForm({ courier: "jne", province: "Bali", hours: "08.00-12.00, 13.00-24.00" }),
  );
  const { policies } = await listRules(world.ctx, admin);
  for (const policy of policies) {
    const { base, values } = await draft(policy.id);
    expect(base?.id).toBe(policy.id);
    const made = await addPolicy(world.ctx, admin, {
      ...AddPolicy.parse(values),
      intent: "preview",
      validFrom: "2026-12-28",
    });
    expect(made.applied).toBe(false);
  }
});

test("there is no draft of a rule that is not there", async () => {
  await expect(draft("00000000-0000-4000-8000-000000000000")).rejects.toMatchObject({
    problem: { kind: "not_found" },
  });
});
