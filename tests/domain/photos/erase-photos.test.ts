import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { erasePhotos } from "#app/domain/photos/erase-photos.server.ts";
import { openPhoto } from "#app/domain/photos/open-photo.server.ts";
import { reconcileObjects } from "#app/domain/photos/reconcile-objects.server.ts";
import { openThread } from "#app/domain/threads/open-thread.server.ts";
import { postMessage } from "#app/domain/threads/post-message.server.ts";
import { buildParcel } from "../../factories/parcels.ts";
import { buildActor } from "../../factories/people.ts";
import { buildReport, message } from "../../factories/reports.ts";
import { buildUpload, buildWaitingUpload } from "../../factories/uploads.ts";
import { openWorld, type World } from "../../support/test-world.ts";

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

/** A thread with a photo of the seller's and one of the courier's, an unused photo and one that waits. */
async function buildScene() {
  const seller = await buildActor(world, { kind: "seller" });
  const operator = await buildActor(world, { kind: "courier", courierId: "idx" });
  const parcel = await buildParcel(world, { seller: seller.slug });
  const code = await buildReport(world, seller, parcel.id);
  const post = async (actor: typeof seller, upload: string) =>
    (await postMessage(world.ctx, actor, code, message("Ini", { upload: [upload] }))).id;
  const entries = [
    await post(seller, await buildUpload(world, seller)),
    await post(seller, await buildWaitingUpload(world, seller)),
    await post(operator, await buildUpload(world, operator)),
  ];
  await buildUpload(world, seller);
  return { seller, operator, code, entries };
}

const left = async (organisationId: string) => ({
  uploads: await world.owner
    .selectFrom("uploads")
    .select(["state", "placeholder", "original_sha256"])
    .where("owner_org_id", "=", organisationId)
    .execute(),
  evidence: await world.owner
    .selectFrom("photo_evidence")
    .selectAll()
    .where("owner_org_id", "=", organisationId)
    .execute(),
  held: await world.owner.selectFrom("held_objects").select("key").execute(),
});

const erased = { state: "erased", placeholder: null, original_sha256: "" };

describe("erasing the photos of a seller", () => {
  it("leaves no object, original, held byte or evidence, and the others' photos", async () => {
    const { seller, operator, code, entries } = await buildScene();
    const other = await buildUpload(world, await buildActor(world, { kind: "seller" }));
    const before = world.store.keys().length;
    expect(await erasePhotos(world.ctx, seller.organisationId)).toMatchObject({
      uploads: 3,
      reports: 1,
    });

    expect(world.store.keys().length).toBe(before - 6);
    expect(await left(seller.organisationId)).toEqual({
      uploads: [erased, erased],
      evidence: [],
      held: [],
    });
    const { entries: shown } = await openThread(world.ctx, operator, code);
    const photos = entries.map((id) => shown.find((one) => one.id === id)?.photos[0]);
    expect(photos.map((photo) => [photo?.state, photo?.placeholder === null])).toEqual([
      ["erased", true],
      ["erased", true],
      ["ready", false],
    ]);
    await expect(
      openPhoto(world.ctx, operator, code, photos[0]?.id ?? "", "thumb"),
    ).rejects.toMatchObject({ problem: { kind: "not_found" } });
    (await openPhoto(world.ctx, seller, code, photos[2]?.id ?? "", "thumb")).stream.destroy();
    expect(
      await world.owner.selectFrom("uploads").select("id").where("id", "=", other).execute(),
    ).toHaveLength(1);
  });

  it("tells those who have the thread open", async () => {
    const { seller, operator, code, entries } = await buildScene();
    const revOf = async () =>
      (await openThread(world.ctx, operator, code)).entries.find((one) => one.id === entries[0])
        ?.rev;
    const before = await revOf();
    await erasePhotos(world.ctx, seller.organisationId);
    expect(await revOf()).toBeGreaterThan(before ?? 0);
  });

  it("finishes what a run that was killed began", async () => {
    const { seller } = await buildScene();
    const before = world.store.keys().length;
    let removals = 0;
    const remove = async (key: string) => {
      removals += 1;
      if (removals === 2) throw new Error("killed");
      await world.store.remove(key);
    };
    const killed = { ...world.ctx, store: { ...world.store, remove } };
    await expect(erasePhotos(killed, seller.organisationId)).rejects.toThrow("killed");
    // At most one is gone: which upload comes first is chance, and one that waits has no objects yet.
    expect(world.store.keys().length).toBeGreaterThanOrEqual(before - 1);
    await erasePhotos(world.ctx, seller.organisationId);
    world.clock.advance(2 * 60 * 60 * 1000);
    // An original whose row went before the kill is found by its lack of one.
    await reconcileObjects(world.ctx);
    expect((await left(seller.organisationId)).evidence).toEqual([]);
    expect(world.store.keys().length).toBe(before - 6);
  });

  it("leaves none of what is sent in the same moment", async () => {
    const seller = await buildActor(world, { kind: "seller" });
    const before = world.store.keys().length;
    let isSending = true;
    const sending = (async () => {
      for (let turn = 0; turn < 8; turn += 1)
        await buildUpload(world, seller).catch(() => undefined);
      isSending = false;
    })();
    while (isSending) await erasePhotos(world.ctx, seller.organisationId);
    await sending;
    await erasePhotos(world.ctx, seller.organisationId);
    world.clock.advance(2 * 60 * 60 * 1000);
    await reconcileObjects(world.ctx);
    expect(await left(seller.organisationId)).toMatchObject({ uploads: [], evidence: [] });
    expect(world.store.keys().length).toBe(before);
  });
});
