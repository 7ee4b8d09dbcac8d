import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { DecideProof, ShareProof } from "#app/contracts/proofs.schema.ts";
import { decideProof } from "#app/domain/proofs/decide-proof.server.ts";
import { listProofsPage } from "#app/domain/proofs/list-proofs-page.server.ts";
import { openProof } from "#app/domain/proofs/open-proof.server.ts";
import { shareProof } from "#app/domain/proofs/share-proof.server.ts";
import { openThread } from "#app/domain/threads/open-thread.server.ts";
import { buildPickupRequest, everproCallback, newResi, track } from "../factories/parcels.ts";
import { buildActor } from "../factories/people.ts";
import { buildReport } from "../factories/reports.ts";
import { buildUpload } from "../factories/uploads.ts";
import { openWorld, type World } from "../support/test-world.ts";

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

async function scene(count: number) {
  const seller = await buildActor(world, { kind: "seller" });
  const operator = await buildActor(world, { kind: "courier", courierId: "idx" });
  const resi = Array.from({ length: count }, newResi);
  const parcels = await buildPickupRequest(world, { seller: seller.slug, resi });
  const upload = await buildUpload(world, seller, { purpose: "handover" });
  return { seller, operator, resi, parcels, upload };
}

const sharing = (resi: string[], upload: string, more: object = {}) =>
  ShareProof.parse({
    clientId: randomUUID(),
    list: resi.join("\n"),
    upload: [upload],
    body: "Diambil Pak Budi jam 4",
    ...more,
  });

const decision = (report: string[], more: object = { to: "confirmed" }) =>
  DecideProof.parse({ report, ...more });

const events = async (viewer: Parameters<typeof openThread>[1], code: string) =>
  (await openThread(world.ctx, viewer, code)).entries.flatMap(({ event, photos }) =>
    event?.type.startsWith("proof_") ? [{ type: event.type, photos: photos.length }] : [],
  );

describe("one proof for many resi", () => {
  it("goes into each report, also into one that is filed for it, and names what is left out", async () => {
    const { seller, operator, resi, parcels, upload } = await scene(3);
    const [reported = "", scanned = "", fresh = ""] = resi;
    const idOf = (one: string) => parcels.find((parcel) => parcel.resi === one)?.id ?? "";
    const code = await buildReport(world, seller, idOf(reported));
    await track(world, "everpro", everproCallback(scanned, "PICKEDUP"));
    const other = await buildPickupRequest(world, { seller: seller.slug, courier: "jne" });
    const foreign = await scene(1);

    const { id } = await shareProof(
      world.ctx,
      seller,
      sharing([reported, scanned, fresh, other[0]?.resi ?? "", foreign.resi[0] ?? ""], upload),
    );

    const proof = await openProof(world.ctx, seller, id);
    expect(proof.links.map((link) => link.resi).sort()).toEqual([reported, fresh].sort());
    expect(Object.fromEntries(proof.leftOut.map(({ resi: one, why }) => [one, why]))).toEqual({
      [scanned]: "custody",
      [other[0]?.resi ?? ""]: "other_courier",
      [foreign.resi[0] ?? ""]: "unknown",
    });
    expect(proof.links.find((link) => link.resi === reported)?.code).toBe(code);
    expect(proof.photos).toHaveLength(1);
    for (const link of proof.links)
      expect(await events(operator, link.code)).toEqual([{ type: "proof_shared", photos: 1 }]);
    const filed = proof.links.find((link) => link.resi === fresh)?.code ?? "";
    const { report } = await openThread(world.ctx, operator, filed);
    expect(report.categoryReckoned).toBe("scan_issue");
    expect(report.waitingOn).toBe("courier");
    expect((await openProof(world.ctx, operator, id)).leftOut).toEqual([]);
  });

  it("sent again is the same one, also twice at once; something else under its id is refused", async () => {
    const { seller, resi, upload } = await scene(2);
    const input = sharing(resi, upload);
    const [one, two] = await Promise.all([
      shareProof(world.ctx, seller, input),
      shareProof(world.ctx, seller, input),
    ]);
    expect(two?.id).toBe(one?.id);
    expect((await shareProof(world.ctx, seller, input)).id).toBe(one?.id);
    // A reload after a lost answer gives the form another id.
    expect((await shareProof(world.ctx, seller, sharing(resi, upload))).id).toBe(one?.id);
    const { links } = await openProof(world.ctx, seller, one?.id ?? "");
    for (const link of links) expect(await events(seller, link.code)).toHaveLength(1);
    await expect(shareProof(world.ctx, seller, { ...input, body: "Lain" })).rejects.toMatchObject({
      problem: { code: "message.conflict" },
    });
  });

  it("is confirmed for some, rejected with a reason for others, each once", async () => {
    const { seller, operator, resi, upload } = await scene(4);
    const { id } = await shareProof(world.ctx, seller, sharing(resi, upload));
    const codes = (await openProof(world.ctx, operator, id)).links.map((link) => link.code);
    const [a = "", b = "", c = "", d = ""] = codes;
    const colleague = await buildActor(world, {
      kind: "courier",
      organisationId: operator.organisationId,
    });
    const [one, two] = await Promise.all([
      decideProof(world.ctx, operator, id, decision([a, b])),
      decideProof(
        world.ctx,
        colleague,
        id,
        decision([b, c], { to: "rejected", reason: "not_in_photo" }),
      ),
    ]);
    expect((one?.decided ?? 0) + (two?.decided ?? 0)).toBe(3);
    const proof = await openProof(world.ctx, seller, id);
    expect(proof.sums.asked).toBe(1);
    expect(proof.links.find((link) => link.code === d)?.state).toBe("asked");
    for (const code of [a, b, c]) expect(await events(seller, code)).toHaveLength(2);
    expect(await events(seller, d)).toHaveLength(1);
    expect(proof.links.find((link) => link.code === c)).toMatchObject({
      state: "rejected",
      reason: "not_in_photo",
    });
    expect((await openThread(world.ctx, seller, a)).report.waitingOn).toBe("seller");
    expect(await decideProof(world.ctx, operator, id, decision(codes))).toEqual({
      decided: 1,
      left: 3,
    });
  });

  it("is the parties' alone, and the courier's alone to answer", async () => {
    const { seller, operator, resi, upload } = await scene(1);
    const { id } = await shareProof(world.ctx, seller, sharing(resi, upload));
    const cs = await buildActor(world, { kind: "support" });
    const outsiders = [
      await buildActor(world, { kind: "seller" }),
      await buildActor(world, { kind: "courier", courierId: "jne" }),
    ];
    const [link] = (await openProof(world.ctx, cs, id)).links;
    const input = decision([link?.code ?? ""]);
    for (const outsider of outsiders) {
      await expect(openProof(world.ctx, outsider, id)).rejects.toMatchObject({
        problem: { kind: "not_found" },
      });
      await expect(decideProof(world.ctx, outsider, id, input)).rejects.toMatchObject({
        problem: { kind: "not_found" },
      });
      const { proofs } = await listProofsPage(world.ctx, outsider, undefined);
      expect(proofs.map((proof) => proof.id)).not.toContain(id);
    }
    for (const one of [seller, cs])
      await expect(decideProof(world.ctx, one, id, input)).rejects.toMatchObject({
        problem: { code: "proof.couriers_only" },
      });
    const { proofs } = await listProofsPage(world.ctx, operator, undefined);
    expect(proofs.find((proof) => proof.id === id)).toMatchObject({
      sums: { asked: 1, confirmed: 0, rejected: 0 },
    });
  });

  it("takes two hundred at once, and no more", { timeout: 60_000 }, async () => {
    const { seller, operator, resi, upload } = await scene(200);
    const { id } = await shareProof(world.ctx, seller, sharing(resi, upload));
    const proof = await openProof(world.ctx, operator, id);
    expect(proof.sums).toEqual({ asked: 200, confirmed: 0, rejected: 0 });
    const codes = proof.links.map((link) => link.code);
    expect(await decideProof(world.ctx, operator, id, decision(codes))).toEqual({
      decided: 200,
      left: 0,
    });
    const tooMany = ShareProof.safeParse({
      clientId: randomUUID(),
      list: Array.from({ length: 201 }, newResi).join(" "),
      upload: [upload],
    });
    expect(tooMany.error?.issues[0]?.message).toBe("proof.too_many");
  });
});
