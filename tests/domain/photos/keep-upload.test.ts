import { randomUUID } from "node:crypto";
import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { AppContext } from "#app/context.ts";
import { forgetUpload } from "#app/domain/photos/forget-upload.server.ts";
import { keepUpload, type NewUpload } from "#app/domain/photos/keep-upload.server.ts";
import { openPhoto, openUpload } from "#app/domain/photos/open-photo.server.ts";
import { placeHeldObjects } from "#app/domain/photos/place-held-objects.server.ts";
import { openThread } from "#app/domain/threads/open-thread.server.ts";
import { postMessage } from "#app/domain/threads/post-message.server.ts";
import { drawParcelPhoto } from "#storage/pictures/draw-parcel.ts";
import { buildParcel } from "../../factories/parcels.ts";
import { buildActor } from "../../factories/people.ts";
import { buildReport, message } from "../../factories/reports.ts";
import { withoutStore } from "../../factories/uploads.ts";
import { readPhoto } from "../../support/read-photo.ts";
import { openWorld, type World } from "../../support/test-world.ts";

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

type Sent = Omit<NewUpload, "picture" | "purpose"> & { bytes?: Uint8Array };

async function send(
  actor: Parameters<typeof keepUpload>[1],
  { bytes = readPhoto(), ...rest }: Sent = {},
  ctx: AppContext = world.ctx,
) {
  const picture = await ctx.pictures.receive([bytes]);
  try {
    return await keepUpload(ctx, actor, { picture, purpose: "ready", ...rest });
  } finally {
    await picture.discard();
  }
}

const uploadsOf = (userId: string) =>
  world.owner.selectFrom("uploads").selectAll().where("owner_user_id", "=", userId).execute();

describe("a photo that is sent again", () => {
  it("is the same upload, one after the other or five at once", async () => {
    const seller = await buildActor(world, { kind: "seller" });
    const clientId = randomUUID();
    const first = await send(seller, { clientId });
    const again = await Promise.all(Array.from({ length: 5 }, () => send(seller, { clientId })));
    expect(new Set(again.map((one) => one.id))).toEqual(new Set([first.id]));

    const other = randomUUID();
    const atOnce = await Promise.all(
      Array.from({ length: 5 }, () => send(seller, { clientId: other })),
    );
    expect(new Set(atOnce.map((one) => one.id)).size).toBe(1);
    expect(await uploadsOf(seller.userId)).toHaveLength(2);
  });

  it("is refused where it is another photo, and the first one stays", async () => {
    const seller = await buildActor(world, { kind: "seller" });
    const clientId = randomUUID();
    const { id } = await send(seller, { clientId });
    const bytes = await drawParcelPhoto({ resi: "IDE1", courier: "idx", seed: 1, kind: "ready" });
    await expect(send(seller, { clientId, bytes })).rejects.toMatchObject({
      problem: { kind: "conflict", code: "upload.other_photo" },
    });
    expect((await uploadsOf(seller.userId)).map((row) => row.id)).toEqual([id]);
  });

  it("is the same one where a device makes it smaller on the way, or does no longer", async () => {
    const seller = await buildActor(world, { kind: "seller" });
    const smaller = await sharp(readPhoto()).resize(200).jpeg().toBuffer();
    for (const [first, second] of [
      [{}, { bytes: smaller, reduced: true }],
      [{ bytes: smaller, reduced: true }, {}],
    ]) {
      const clientId = randomUUID();
      const { id } = await send(seller, { clientId, ...first });
      expect((await send(seller, { clientId, ...second })).id).toBe(id);
    }
    expect(await uploadsOf(seller.userId)).toHaveLength(2);
  });

  it("is another one where another person has the same id", async () => {
    const [one, other] = [
      await buildActor(world, { kind: "seller" }),
      await buildActor(world, { kind: "seller" }),
    ];
    const clientId = randomUUID();
    expect((await send(one, { clientId })).id).not.toBe((await send(other, { clientId })).id);
  });

  it("goes on where a crash left it", async () => {
    const seller = await buildActor(world, { kind: "seller" });
    const clientId = randomUUID();
    const { id } = await send(seller, { clientId });
    await world.owner.deleteFrom("photo_evidence").where("upload_id", "=", id).execute();
    await world.owner
      .updateTable("uploads")
      .set({ state: "pending" })
      .where("id", "=", id)
      .execute();
    await expect(openUpload(world.ctx, seller, id, "thumb")).rejects.toMatchObject({
      problem: { kind: "not_found" },
    });
    const smaller = await sharp(readPhoto()).resize(200).jpeg().toBuffer();
    const sent = { clientId, bytes: smaller, reduced: true };
    expect(await send(seller, sent)).toMatchObject({ id, state: "ready" });
    expect((await uploadsOf(seller.userId))[0]?.width).toBe(200);
    (await openUpload(world.ctx, seller, id, "thumb")).stream.destroy();
  });
});

describe("while the store is away", () => {
  it("a photo waits in the database, is seen, and goes there when the store is back", async () => {
    const seller = await buildActor(world, { kind: "seller" });
    const operator = await buildActor(world, { kind: "courier", courierId: "idx" });
    const parcel = await buildParcel(world, { seller: seller.slug });
    const code = await buildReport(world, seller, parcel.id);
    const upload = await send(seller, {}, withoutStore(world.ctx));
    expect(upload.state).toBe("waiting");
    const entry = await postMessage(
      world.ctx,
      seller,
      code,
      message("Ini fotonya", { upload: [upload.id] }),
    );
    const [photo] = entry.photos;
    expect(photo?.state).toBe("waiting");
    const seen = await openPhoto(world.ctx, operator, code, photo?.id ?? "", "thumb");
    expect((await seen.stream.toArray())[0]).toBeInstanceOf(Uint8Array);

    await placeHeldObjects(withoutStore(world.ctx));
    expect((await uploadsOf(seller.userId))[0]?.state).toBe("waiting");
    await placeHeldObjects(world.ctx);

    const [row] = await uploadsOf(seller.userId);
    expect(row?.state).toBe("ready");
    expect(world.store.keys()).toContain(row?.full_key);
    expect(await world.owner.selectFrom("held_objects").selectAll().execute()).toEqual([]);
    const after = await openThread(world.ctx, operator, code);
    const told = after.entries.find((one) => one.id === entry.id);
    expect(told?.photos[0]?.state).toBe("ready");
    expect(told?.rev).toBeGreaterThan(entry.rev);
  });
});

describe("a photo that is taken back", () => {
  it("is gone with its objects, unless a report shows it", async () => {
    const seller = await buildActor(world, { kind: "seller" });
    const parcel = await buildParcel(world, { seller: seller.slug });
    const code = await buildReport(world, seller, parcel.id);
    const before = world.store.keys().length;
    const { id } = await send(seller);
    expect(world.store.keys().length).toBe(before + 3);
    await forgetUpload(world.ctx, seller, id);
    expect(world.store.keys().length).toBe(before);
    expect(await uploadsOf(seller.userId)).toEqual([]);

    const shown = await send(seller);
    await postMessage(world.ctx, seller, code, message("Ini", { upload: [shown.id] }));
    await expect(forgetUpload(world.ctx, seller, shown.id)).rejects.toMatchObject({
      problem: { kind: "not_found" },
    });
    expect(world.store.keys().length).toBe(before + 3);
  });

  it("is nobody else's to take back", async () => {
    const [seller, colleague] = [
      await buildActor(world, { kind: "seller" }),
      await buildActor(world, { kind: "seller" }),
    ];
    const { id } = await send(seller);
    await expect(forgetUpload(world.ctx, colleague, id)).rejects.toMatchObject({
      problem: { kind: "not_found" },
    });
    expect(await uploadsOf(seller.userId)).toHaveLength(1);
  });
});

describe("whoever sends a hundred and twenty in ten minutes", () => {
  const MINUTE_MS = 60_000;

  /** As if they had been sent then. */
  const buildUploads = async (actor: Parameters<typeof keepUpload>[1], ages: number[]) => {
    const now = world.ctx.clock.now().getTime();
    const rows = ages.map((age) => {
      const keys = world.ctx.newPhotoKeys();
      return {
        ...{ owner_org_id: actor.organisationId, owner_user_id: actor.userId },
        ...{ owner_side: actor.kind, purpose: "ready" as const, original_sha256: "" },
        ...{ full_key: keys.full, thumb_key: keys.thumb, width: 1, height: 1, bytes: 1 },
        received_at: new Date(now - age),
      };
    });
    await world.owner.insertInto("uploads").values(rows).execute();
  };

  it("waits until the first of them is ten minutes old; what was sent before is theirs all the same", async () => {
    const seller = await buildActor(world, { kind: "seller" });
    const clientId = randomUUID();
    const known = await send(seller, { clientId });
    await buildUploads(seller, [9 * MINUTE_MS, ...Array<number>(118).fill(MINUTE_MS)]);
    const refused = await send(seller).catch((error) => error.problem);
    expect(refused).toMatchObject({ kind: "rate_limited", code: "upload.too_many" });
    expect(refused.params.seconds).toBeGreaterThan(50);
    expect(refused.params.seconds).toBeLessThanOrEqual(60);
    expect(await uploadsOf(seller.userId)).toHaveLength(120);
    expect(await send(seller, { clientId })).toEqual(known);
  });

  it("is nobody else, and is so no longer afterwards", async () => {
    const seller = await buildActor(world, { kind: "seller" });
    const colleague = await buildActor(world, {
      kind: "seller",
      organisationId: seller.organisationId,
    });
    await buildUploads(seller, [10 * MINUTE_MS, ...Array<number>(119).fill(MINUTE_MS)]);
    expect(await send(seller)).toHaveProperty("id");
    await expect(send(seller)).rejects.toHaveProperty("problem.kind", "rate_limited");
    expect(await send(colleague)).toHaveProperty("id");
  });
});
