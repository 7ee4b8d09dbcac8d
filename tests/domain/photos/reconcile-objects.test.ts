import { sql } from "kysely";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { placeHeldObjects } from "#app/domain/photos/place-held-objects.server.ts";
import { reconcileObjects } from "#app/domain/photos/reconcile-objects.server.ts";
import { postMessage } from "#app/domain/threads/post-message.server.ts";
import { newPhotoKeys } from "#storage/keys.ts";
import type { ObjectStore } from "#storage/object-store.ts";
import { buildParcel } from "../../factories/parcels.ts";
import { buildActor } from "../../factories/people.ts";
import { buildReport, message } from "../../factories/reports.ts";
import { buildUpload, buildWaitingUpload } from "../../factories/uploads.ts";
import { NOW, openWorld, type World } from "../../support/test-world.ts";

const HOUR_MS = 60 * 60 * 1000;
const DAY_MS = 24 * HOUR_MS;

let world: World;
let seller: Awaited<ReturnType<typeof buildActor>>;
beforeAll(async () => {
  world = await openWorld();
  seller = await buildActor(world, { kind: "seller" });
});
afterAll(() => world.close());
beforeEach(async () => {
  world.clock.set(NOW);
  for (const key of world.store.keys()) await world.store.remove(key);
  await world.owner.deleteFrom("photos").execute();
  await world.owner.deleteFrom("uploads").execute();
});

const put = (key: string) => world.store.put(key, Buffer.from("x"));
const rowOf = (id: string) =>
  world.owner.selectFrom("uploads").selectAll().where("id", "=", id).executeTakeFirst();

async function showInReport(upload: string) {
  const parcel = await buildParcel(world, { seller: seller.slug });
  const code = await buildReport(world, seller, parcel.id);
  await postMessage(world.ctx, seller, code, message("Ini", { upload: [upload] }));
}

describe("objects without a row", () => {
  it("go after an hour, whatever they are of, and what has a row stays", async () => {
    const kept = await buildUpload(world, seller);
    const { full, thumb, original } = newPhotoKeys();
    await Promise.all([full, thumb, original].map(put));

    world.clock.advance(HOUR_MS - 1_000);
    expect(await reconcileObjects(world.ctx)).toMatchObject({
      objects: 6,
      orphans: 0,
      missing: [],
    });
    world.clock.advance(2_000);
    expect(await reconcileObjects(world.ctx)).toMatchObject({
      objects: 6,
      orphans: 3,
      missing: [],
    });
    expect(await reconcileObjects(world.ctx)).toMatchObject({
      objects: 3,
      orphans: 0,
      missing: [],
    });
    expect(world.store.keys()).toContain((await rowOf(kept))?.full_key);
  });

  it("go when their row was erased", async () => {
    const id = await buildUpload(world, seller);
    await showInReport(id);
    await world.owner.updateTable("uploads").set({ state: "erased" }).execute();
    world.clock.advance(2 * HOUR_MS);
    expect(await reconcileObjects(world.ctx)).toMatchObject({ orphans: 3 });
    expect(world.store.keys()).toEqual([]);
  });

  it("stay, and are told of, when there are so many that the store must be another's", async () => {
    const keys = Array.from({ length: 150 }, () => newPhotoKeys().full);
    await Promise.all(keys.map(put));
    world.clock.advance(2 * HOUR_MS);
    expect(await reconcileObjects(world.ctx)).toMatchObject({ orphans: 0, doubtful: 150 });
    expect(world.store.keys()).toHaveLength(150);
    const evenDoubtful = { evenDoubtful: true };
    expect(await reconcileObjects(world.ctx, evenDoubtful)).toMatchObject({ orphans: 150 });
    expect(world.store.keys()).toEqual([]);
  });
});

describe("rows without their object", () => {
  it("are told of, key by key, and stay", async () => {
    const id = await buildUpload(world, seller);
    const row = await rowOf(id);
    const { original_key: original } = await world.owner
      .selectFrom("photo_evidence")
      .select("original_key")
      .where("upload_id", "=", id)
      .executeTakeFirstOrThrow();
    const keys = [row?.full_key, row?.thumb_key, original] as string[];
    for (const key of keys) await world.store.remove(key);
    const { missing } = await reconcileObjects(world.ctx);
    expect(missing).toEqual(keys.map((key) => ({ uploadId: id, key })));
    expect(await rowOf(id)).toBeDefined();
  });

  it("are not those whose bytes wait in the database", async () => {
    const id = await buildWaitingUpload(world, seller);
    expect(await reconcileObjects(world.ctx)).toMatchObject({ objects: 0, missing: [] });
    await placeHeldObjects(world.ctx);
    expect(await rowOf(id)).toMatchObject({ state: "ready" });
    expect(await reconcileObjects(world.ctx)).toMatchObject({ objects: 3, missing: [] });
  });
});

describe("uploads", () => {
  it("that were never finished go after an hour, with what they had stored", async () => {
    const id = await buildUpload(world, seller);
    await world.owner.updateTable("uploads").set({ state: "pending" }).execute();
    world.clock.advance(HOUR_MS - 1_000);
    expect(await reconcileObjects(world.ctx)).toMatchObject({ unfinished: 0, orphans: 0 });
    world.clock.advance(2_000);
    expect(await reconcileObjects(world.ctx)).toMatchObject({ unfinished: 1 });
    expect(await rowOf(id)).toBeUndefined();
    expect(world.store.keys()).toEqual([]);
  });

  it("that became part of no report go after a week, and those of a report never", async () => {
    const [unused, used, waiting] = [
      await buildUpload(world, seller),
      await buildUpload(world, seller),
      await buildWaitingUpload(world, seller),
    ];
    await showInReport(used);
    world.clock.advance(7 * DAY_MS - 1_000);
    expect(await reconcileObjects(world.ctx)).toMatchObject({ unused: 0 });
    world.clock.advance(2_000);
    expect(await reconcileObjects(world.ctx)).toMatchObject({ unused: 2, orphans: 0, missing: [] });
    expect([await rowOf(unused), await rowOf(waiting)]).toEqual([undefined, undefined]);
    expect(await rowOf(used)).toBeDefined();
    expect(world.store.keys()).toHaveLength(3);
  });

  it("lose the file as it came on its day, and keep the picture", async () => {
    const id = await buildUpload(world, seller);
    await showInReport(id);
    world.clock.advance((world.ctx.keepOriginalsDays + 1) * DAY_MS);
    expect(await reconcileObjects(world.ctx)).toMatchObject({ originals: 1, missing: [] });
    expect(world.store.keys().sort()).toEqual([
      (await rowOf(id))?.full_key,
      (await rowOf(id))?.thumb_key,
    ]);
    expect(await reconcileObjects(world.ctx)).toMatchObject({ originals: 0, orphans: 0 });
  });
});

describe("twice at once", () => {
  it("removes everything once and nothing else", async () => {
    const used = await buildUpload(world, seller);
    await showInReport(used);
    for (let turn = 0; turn < 5; turn += 1) await buildUpload(world, seller);
    await Promise.all(Array.from({ length: 20 }, () => put(newPhotoKeys().thumb)));
    world.clock.advance(8 * DAY_MS);
    const both = await Promise.all([reconcileObjects(world.ctx), reconcileObjects(world.ctx)]);
    expect(both[0].unused + both[1].unused).toBe(5);
    expect(both.flatMap(({ missing }) => missing)).toEqual([]);
    expect(world.store.keys()).toHaveLength(3);
  });
});

describe("very many objects", () => {
  it("are walked through page by page: 100,000 with 40 orphans among them and 7 lost", async () => {
    await world.owner
      .insertInto("uploads")
      .columns([
        ...([
          "owner_org_id",
          "owner_user_id",
          "owner_side",
          "purpose",
          "full_key",
          "thumb_key",
        ] as const),
        ...(["width", "height", "bytes", "original_sha256", "received_at", "state"] as const),
      ])
      .expression((eb) =>
        eb
          .selectFrom(sql<{ n: number }>`generate_series(0, 49999)`.as<"s">(sql`s(n)`))
          .select([
            eb.val(seller.organisationId).as("org"),
            eb.val(seller.userId).as("person"),
            sql<"seller">`'seller'`.as("side"),
            sql<"ready">`'ready'`.as("purpose"),
            sql<string>`'photos/' || lpad(to_hex(n % 256), 2, '0') || '/' || lpad(to_hex(n), 32, '0') || '/full.jpg'`.as(
              "f",
            ),
            sql<string>`'photos/' || lpad(to_hex(n % 256), 2, '0') || '/' || lpad(to_hex(n), 32, '0') || '/thumb.jpg'`.as(
              "t",
            ),
            sql<number>`1`.as("w"),
            sql<number>`1`.as("h"),
            sql<number>`1`.as("b"),
            sql<string>`''`.as("sha"),
            eb.val(world.clock.now()).as("at"),
            sql<"ready">`'ready'`.as("state"),
          ]),
      )
      .execute();
    const old = new Date(world.clock.now().getTime() - DAY_MS);
    const keys: string[] = [];
    for (let n = 0; n < 50_000; n += 1) {
      const folder = `photos/${(n % 256).toString(16).padStart(2, "0")}/${n.toString(16).padStart(32, "0")}`;
      if (n % 7_500 !== 1) keys.push(`${folder}/full.jpg`);
      keys.push(`${folder}/thumb.jpg`);
      if (n % 1_250 === 0) keys.push(`${folder}/full.jpg.orphan`);
    }
    keys.sort();
    const removed: string[] = [];
    const store: ObjectStore = {
      ...world.store,
      head: async (key) => (keys.includes(key) ? world.store.head(key) : undefined),
      async *list(prefix) {
        for (const key of keys) if (key.startsWith(prefix)) yield { key, size: 1, modifiedAt: old };
      },
      remove: async (key) => void removed.push(key),
    };
    const before = process.memoryUsage().heapUsed;
    const { missing, ...sum } = await reconcileObjects({ ...world.ctx, store });
    expect(sum).toMatchObject({ objects: 100_033, orphans: 40, doubtful: 0 });
    expect(missing).toHaveLength(7);
    expect(removed).toHaveLength(40);
    expect(process.memoryUsage().heapUsed - before).toBeLessThan(200 * 1024 ** 2);
  }, 120_000);
});
