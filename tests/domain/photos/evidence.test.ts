import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "#app/contracts/parties.ts";
import { compareProof } from "#app/domain/photos/compare-proof.server.ts";
import { getEvidence } from "#app/domain/photos/get-evidence.server.ts";
import { keepUpload } from "#app/domain/photos/keep-upload.server.ts";
import { openThread } from "#app/domain/threads/open-thread.server.ts";
import { postMessage } from "#app/domain/threads/post-message.server.ts";
import { drawParcelPhoto } from "#storage/pictures/draw-parcel.ts";
import { buildParcel } from "../../factories/parcels.ts";
import { buildActor } from "../../factories/people.ts";
import { buildReport, message } from "../../factories/reports.ts";
import { openWorld, type World } from "../../support/test-world.ts";

let world: World;
let cs: Actor;
beforeAll(async () => {
  world = await openWorld();
  cs = await buildActor(world, { kind: "support" });
});
afterAll(() => world.close());

const photoOf = (seed: number) =>
  drawParcelPhoto({ resi: `IDE${seed}`, courier: "idx", seed, kind: "handover" });

/** A report of a parcel of its own, with that picture as its proof. */
async function report(seller: Actor & { slug: string }, bytes: Uint8Array) {
  const parcel = await buildParcel(world, { seller: seller.slug });
  const code = await buildReport(world, seller, parcel.id);
  const picture = await world.ctx.pictures.receive([bytes]);
  const { id } = await keepUpload(world.ctx, seller, { picture, purpose: "handover", code });
  await picture.discard();
  const entry = await postMessage(world.ctx, seller, code, message("", { upload: [id] }));
  await compareProof(world.ctx, { entryId: entry.id });
  return { code, resi: parcel.resi, photoId: entry.photos[0]?.id ?? "" };
}

async function flagsIn(viewer: Actor, code: string) {
  const { entries } = await openThread(world.ctx, viewer, code);
  return entries.flatMap(({ event }) => (event?.type === "proof_repeated" ? [event] : []));
}

describe("the same proof", () => {
  it("under another resi is told to CS in both threads, once, and to nobody else", async () => {
    const seller = await buildActor(world, { kind: "seller" });
    const other = await buildActor(world, { kind: "seller" });
    const bytes = await photoOf(11);
    const [one, two] = [await report(seller, bytes), await report(other, bytes)];
    expect(await flagsIn(cs, one.code)).toEqual([
      { type: "proof_repeated", code: two.code, resi: two.resi, same: true },
    ]);
    expect(await flagsIn(cs, two.code)).toEqual([
      { type: "proof_repeated", code: one.code, resi: one.resi, same: true },
    ]);
    expect(await flagsIn(seller, one.code)).toEqual([]);
    const evidence = await getEvidence(world.ctx, cs, two.code, two.photoId);
    expect(evidence.repeats).toMatchObject([{ code: one.code, resi: one.resi }]);
  });

  it("is known again smaller, brighter and cut a little, and another scene is not", async () => {
    const seller = await buildActor(world, { kind: "seller" });
    const bytes = await photoOf(12);
    const { width = 0, height = 0 } = await sharp(bytes).metadata();
    const changed = await sharp(bytes)
      .extract({ left: 4, top: 4, width: width - 8, height: height - 8 })
      .resize(900)
      .modulate({ brightness: 1.1 })
      .jpeg({ quality: 60 })
      .toBuffer();
    const [one, two, three] = [
      await report(seller, bytes),
      await report(seller, changed),
      await report(seller, await photoOf(13)),
    ];
    expect(await flagsIn(cs, two.code)).toMatchObject([{ code: one.code, same: false }]);
    expect(await flagsIn(cs, three.code)).toEqual([]);
  });
});

describe("what a photo says of itself", () => {
  const gps = {
    IFD0: { Make: "samsung", Model: "SM-A146P" },
    IFD2: { DateTimeOriginal: "2026:11:25 09:41:00" },
    IFD3: {
      GPSLatitudeRef: "S",
      GPSLatitude: "6/1 54/1 0/1",
      GPSLongitudeRef: "E",
      GPSLongitude: "107/1 36/1 36/1",
    },
  };

  it("is for CS alone, with the distance to the pick-up point and no place", async () => {
    const seller = await buildActor(world, { kind: "seller" });
    const operator = await buildActor(world, { kind: "courier", courierId: "idx" });
    const parcel = await buildParcel(world, { seller: seller.slug });
    await world.owner
      .updateTable("pickup_requests")
      .set({ latitude: -6.9147, longitude: 107.6098 })
      .where("id", "=", parcel.pickup_request_id)
      .execute();
    const code = await buildReport(world, seller, parcel.id);
    const bytes = await sharp(await photoOf(14))
      .withExif(gps)
      .jpeg()
      .toBuffer();
    const picture = await world.ctx.pictures.receive([bytes]);
    const { id } = await keepUpload(world.ctx, seller, { picture, purpose: "ready", code });
    await picture.discard();
    const { photos } = await postMessage(world.ctx, seller, code, message("", { upload: [id] }));
    const photoId = photos[0]?.id ?? "";

    const evidence = await getEvidence(world.ctx, cs, code, photoId);
    expect(evidence).toMatchObject({
      capturedAt: "2026-11-25T09:41:00",
      device: "samsung SM-A146P",
      reduced: false,
      sha256: picture.sha256,
    });
    // 0.0147 degrees of latitude.
    expect(evidence.distanceM).toBeGreaterThan(1_600);
    expect(evidence.distanceM).toBeLessThan(1_700);
    expect(evidence.original?.bytes).toBe(bytes.byteLength);
    expect(JSON.stringify(evidence)).not.toMatch(/latitude|longitude|-6\.9|107\.6/);
    for (const one of [seller, operator])
      await expect(getEvidence(world.ctx, one, code, photoId)).rejects.toMatchObject({
        problem: { kind: "not_found" },
      });
    const row = await world.owner
      .selectFrom("photo_evidence")
      .selectAll()
      .where("upload_id", "=", id)
      .executeTakeFirstOrThrow();
    expect(JSON.stringify(row)).not.toMatch(/-6\.9|107\.6/);
  });
});
