import { randomUUID } from "node:crypto";
import sharp from "sharp";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Actor } from "#app/contracts/parties.ts";
import type { PhotoPurpose } from "#app/contracts/photos.ts";
import { ShareProof } from "#app/contracts/proofs.schema.ts";
import { compareProof } from "#app/domain/photos/compare-proof.server.ts";
import { keepUpload } from "#app/domain/photos/keep-upload.server.ts";
import { shareProof } from "#app/domain/proofs/share-proof.server.ts";
import { changeEntry } from "#app/domain/threads/change-entry.server.ts";
import { postMessage, postNote } from "#app/domain/threads/post-message.server.ts";
import { drawParcelPhoto } from "#storage/pictures/draw-parcel.ts";
import { buildParcel, buildPickupRequest, newResi } from "../../factories/parcels.ts";
import { buildActor } from "../../factories/people.ts";
import { buildReport, message } from "../../factories/reports.ts";
import { openWorld, type World } from "../../support/test-world.ts";

type Seller = Actor & { slug: string };

let world: World;
let seller: Seller;
let bytes: Uint8Array;
let seed = 50;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());
beforeEach(async () => {
  seller = await buildActor(world, { kind: "seller" });
  seed += 1;
  bytes = await drawParcelPhoto({ resi: `IDE${seed}`, courier: "idx", seed, kind: "handover" });
});

async function upload(purpose: PhotoPurpose = "handover", sent = bytes): Promise<string> {
  const picture = await world.ctx.pictures.receive([sent]);
  const { id } = await keepUpload(world.ctx, seller, { picture, purpose });
  await picture.discard();
  return id;
}

async function fileReport() {
  const { id, resi } = await buildParcel(world, { seller: seller.slug });
  return { code: await buildReport(world, seller, id), resi };
}

type Says = typeof postMessage | typeof postNote;

/** @returns the entry that shows that upload in a report of its own. */
async function show(id: string, say: Says = postMessage) {
  const { code } = await fileReport();
  const entry = await say(world.ctx, seller, code, message("", { upload: [id] }));
  return { code, entryId: entry.id };
}

const compare = ({ entryId }: { entryId: string }) => compareProof(world.ctx, { entryId });

/** How many other reports each of the seller's is told of, in the order of filing. */
async function countTold(): Promise<number[]> {
  const rows = await world.owner
    .selectFrom("reports as r")
    .leftJoin("entries as e", (join) =>
      join.onRef("e.report_id", "=", "r.id").on("e.audience", "=", "support"),
    )
    .select((eb) => eb.fn.count<string>("e.id").as("count"))
    .where("r.seller_org_id", "=", seller.organisationId)
    .groupBy("r.id")
    .orderBy("r.filed_at")
    .orderBy("r.id")
    .execute();
  return rows.map(({ count }) => Number(count));
}

const sum = (counts: number[]) => counts.reduce((all, one) => all + one, 0);

describe("one and the same photo", () => {
  it("in two reports is told in both", async () => {
    const [one, two] = [await show(await upload()), await show(await upload())];
    await compare(one);
    await compare(two);
    expect(await countTold()).toEqual([1, 1]);
  });

  it("in a note of one side tells nobody else that it is there", async () => {
    const [note, shown] = [await show(await upload(), postNote), await show(await upload())];
    await compare(note);
    await compare(shown);
    expect(await countTold()).toEqual([0, 0]);
  });

  it("is no repetition of one that its sender took out of the wrong thread", async () => {
    const wrong = await show(await upload());
    await changeEntry(world.ctx, seller, wrong.code, wrong.entryId, { to: "delete" });
    const right = await show(await upload());
    await compare(wrong);
    await compare(right);
    expect(await countTold()).toEqual([0, 0]);
  });

  it("may be in the same report again", async () => {
    const { code } = await show(await upload());
    const again = await postMessage(
      world.ctx,
      seller,
      code,
      message("", { upload: [await upload()] }),
    );
    await compare({ entryId: again.id });
    expect(await countTold()).toEqual([0]);
  });

  it("may be shown for many resi at once", async () => {
    const resi = Array.from({ length: 4 }, newResi);
    await buildPickupRequest(world, { seller: seller.slug, resi });
    const sharing = { clientId: randomUUID(), list: resi.join("\n"), upload: [await upload()] };
    await shareProof(world.ctx, seller, ShareProof.parse(sharing));
    const entries = await world.owner
      .selectFrom("photos")
      .select("entry_id")
      .where("seller_org_id", "=", seller.organisationId)
      .execute();
    expect(entries).toHaveLength(4);
    for (const { entry_id: entryId } of entries) await compare({ entryId });
    expect(await countTold()).toEqual([0, 0, 0, 0]);
  });
});

describe("a screenshot", () => {
  it("is told where it is the same file, and not where it only looks like another picture", async () => {
    const alike = await sharp(bytes).resize(900).jpeg({ quality: 70 }).toBuffer();
    await compare(await show(await upload("screenshot")));
    await compare(await show(await upload("handover", alike)));
    expect(await countTold()).toEqual([0, 0]);
    await compare(await show(await upload("screenshot")));
    expect(sum(await countTold())).toBe(2);
  });
});

describe("a photo that somebody shows for everything", () => {
  it("is held against five other reports, and told ten times in a thread at most", async () => {
    for (let count = 0; count < 24; count += 1) await compare(await show(await upload()));
    const told = await countTold();
    expect(told).toHaveLength(24);
    expect(Math.min(...told)).toBeGreaterThanOrEqual(1);
    expect(Math.max(...told)).toBeLessThanOrEqual(10);
    const { count } = await world.owner
      .selectFrom("proof_repeats as m")
      .innerJoin("reports as r", "r.id", "m.report_id")
      .select((eb) => eb.fn.countAll<string>().as("count"))
      .where("r.seller_org_id", "=", seller.organisationId)
      .executeTakeFirstOrThrow();
    expect(Number(count)).toBeLessThanOrEqual(24 * 5);
    expect(Number(count)).toBeGreaterThan(60);
  });
});
