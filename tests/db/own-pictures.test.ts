import { afterAll, beforeAll, expect, it } from "vitest";
import { newPhotoKeys } from "#storage/keys.ts";
import { buildActor } from "../factories/people.ts";
import { buildUpload } from "../factories/uploads.ts";
import { openWorld, type World } from "../support/test-world.ts";

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

it("lets nobody name another's picture as an upload of their own, to see it or to have it removed", async () => {
  const stranger = await buildActor(world, { kind: "seller" });
  const upload = await buildUpload(world, await buildActor(world, { kind: "seller" }));
  const theirs = await world.owner
    .selectFrom("uploads")
    .select(["full_key", "thumb_key"])
    .where("id", "=", upload)
    .executeTakeFirstOrThrow();
  const name = (full_key: string, thumb_key: string) =>
    world.ctx.db.as(stranger, (tx) =>
      tx
        .insertInto("uploads")
        .values({
          ...{ owner_org_id: stranger.organisationId, owner_user_id: stranger.userId },
          ...{ owner_side: "seller", purpose: "other", original_sha256: "", similar_to: null },
          ...{ width: 1, height: 1, bytes: 1, received_at: world.clock.now() },
          ...{ full_key, thumb_key },
        })
        .execute(),
    );
  const own = newPhotoKeys();
  const refused = { code: expect.stringMatching(/^235(05|14)$/) };
  await expect(name(theirs.full_key, theirs.thumb_key)).rejects.toMatchObject(refused);
  await expect(name(own.full, theirs.thumb_key)).rejects.toMatchObject(refused);
  await expect(name(own.full, theirs.full_key)).rejects.toMatchObject(refused);
  await expect(name(own.original, own.original)).rejects.toMatchObject(refused);
  await expect(name(own.full, own.thumb)).resolves.toBeDefined();
});
