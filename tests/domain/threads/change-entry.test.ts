import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "#app/contracts/parties.ts";
import { MAX_EDITS } from "#app/contracts/reports.ts";
import { openPhoto } from "#app/domain/photos/open-photo.server.ts";
import { changeStatus } from "#app/domain/reports/change-status.server.ts";
import { changeEntry } from "#app/domain/threads/change-entry.server.ts";
import { listFormerTexts } from "#app/domain/threads/list-former-texts.server.ts";
import { openThread } from "#app/domain/threads/open-thread.server.ts";
import { postMessage } from "#app/domain/threads/post-message.server.ts";
import { buildParcel } from "../../factories/parcels.ts";
import { buildActor } from "../../factories/people.ts";
import { buildReport, message } from "../../factories/reports.ts";
import { buildUpload } from "../../factories/uploads.ts";
import { NOW, openWorld, type World } from "../../support/test-world.ts";

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

async function buildCast() {
  world.clock.set(NOW);
  const seller = await buildActor(world, { kind: "seller" });
  const operator = await buildActor(world, { kind: "courier", courierId: "idx" });
  const cs = await buildActor(world, { kind: "support" });
  const parcel = await buildParcel(world, { seller: seller.slug });
  const code = await buildReport(world, seller, parcel.id);
  const upload = await buildUpload(world, seller);
  const sent = message("Kurir datang jam 8", { upload: [upload] });
  const entry = await postMessage(world.ctx, seller, code, sent);
  return { seller, operator, cs, code, entry, sent };
}

const edit = (actor: Actor, code: string, id: string, body: string) =>
  changeEntry(world.ctx, actor, code, id, { to: "edit", body });
const remove = (actor: Actor, code: string, id: string) =>
  changeEntry(world.ctx, actor, code, id, { to: "delete" });
const lastLineOf = async (code: string) =>
  (
    await world.owner
      .selectFrom("reports")
      .select("last_line")
      .where("code", "=", code)
      .executeTakeFirstOrThrow()
  ).last_line;

describe("an own message", () => {
  it("is edited with its former text in sight of everybody", async () => {
    const { seller, operator, code, entry } = await buildCast();
    world.clock.advance(60_000);
    await edit(seller, code, entry.id, "Kurir datang jam 9");
    const seen = (await openThread(world.ctx, operator, code)).entries.at(-1);
    expect(seen).toMatchObject({
      body: "Kurir datang jam 9",
      editedAt: "2026-11-25T03:01:00.000Z",
      earlier: [{ body: "Kurir datang jam 8", at: NOW }],
      photos: [{ purpose: "ready" }],
    });
    expect(await lastLineOf(code)).toMatchObject({ text: "Kurir datang jam 9" });
  });

  it("leaves a trace where it is deleted, and its words to CS alone", async () => {
    const { seller, operator, cs, code, entry } = await buildCast();
    const photo = entry.photos[0]?.id ?? "";
    expect(await openPhoto(world.ctx, operator, code, photo, "thumb")).toBeDefined();
    await edit(seller, code, entry.id, "Kurir datang jam 9");
    await remove(seller, code, entry.id);
    const seen = (await openThread(world.ctx, operator, code)).entries.at(-1);
    expect(seen).toMatchObject({ id: entry.id, body: "", deletedAt: NOW, photos: [], earlier: [] });
    expect(await lastLineOf(code)).toEqual({ kind: "deleted", side: "seller" });
    await expect(openPhoto(world.ctx, operator, code, photo, "thumb")).rejects.toThrow("not_found");
    expect(await openPhoto(world.ctx, cs, code, photo, "thumb")).toBeDefined();
    const wordsFor = async (actor: Actor) =>
      (await listFormerTexts(world.ctx, actor, code, entry.id)).map((one) => one.body);
    expect(await wordsFor(cs)).toEqual(["Kurir datang jam 8", "Kurir datang jam 9"]);
    expect(await wordsFor(operator)).toEqual([]);
    const underneath = await world.ctx.db.as(operator, (tx) =>
      tx.selectFrom("entry_versions").select("body").where("entry_id", "=", entry.id).execute(),
    );
    expect(underneath).toEqual([]);
  });

  it("has former texts and words of its author's alone, whatever a query says", async () => {
    const { seller, operator, code, entry } = await buildCast();
    await edit(seller, code, entry.id, "Kurir datang jam 9");
    const { entries } = await openThread(world.ctx, seller, code);
    const row = await world.owner
      .selectFrom("entry_versions")
      .selectAll()
      .where("entry_id", "=", entry.id)
      .executeTakeFirstOrThrow();
    const { id: _, ...version } = { ...row, author_user_id: operator.userId };
    const forged = world.ctx.db.as(operator, (tx) =>
      tx.insertInto("entry_versions").values(version).execute(),
    );
    await expect(forged).rejects.toThrow("row-level security");
    const rewritten = await world.ctx.db.as(seller, (tx) =>
      tx
        .updateTable("entries")
        .set({ body: "lain" })
        .where("kind", "<>", "message")
        .executeTakeFirst(),
    );
    expect([entries.length > 0, rewritten.numUpdatedRows]).toEqual([true, 0n]);
  });

  it("changes once however often it is asked, and is the answer to its own send still", async () => {
    const { seller, code, entry, sent } = await buildCast();
    const [first, again] = [
      await edit(seller, code, entry.id, "Baru"),
      await edit(seller, code, entry.id, "Baru"),
    ];
    expect(again).toEqual(first);
    expect(await postMessage(world.ctx, seller, code, sent)).toEqual(first);
    const gone = await remove(seller, code, entry.id);
    expect(await remove(seller, code, entry.id)).toEqual(gone);
    await expect(edit(seller, code, entry.id, "Lagi")).rejects.toThrow("entry.deleted");
  });

  it("is edited so often and no further, and can be deleted still", async () => {
    const { seller, code, entry } = await buildCast();
    for (let count = 1; count <= MAX_EDITS; count += 1)
      await edit(seller, code, entry.id, `Kurir datang jam ${count}`);
    await expect(edit(seller, code, entry.id, "Jam berapa?")).rejects.toThrow("entry.too_often");
    const kept = (await openThread(world.ctx, seller, code)).entries.at(-1);
    expect(kept).toMatchObject({ body: `Kurir datang jam ${MAX_EDITS}` });
    expect(kept?.earlier).toHaveLength(MAX_EDITS);
    await remove(seller, code, entry.id);
  });

  it("stays as it is after a quarter of an hour, in a closed report and for everybody else", async () => {
    const { seller, operator, cs, code, entry } = await buildCast();
    const colleague = await buildActor(world, {
      kind: "seller",
      organisationId: seller.organisationId,
    });
    for (const other of [operator, cs, colleague])
      await expect(edit(other, code, entry.id, "x")).rejects.toThrow("not_found");
    world.clock.advance(15 * 60_000);
    await edit(seller, code, entry.id, "Pas waktunya");
    world.clock.advance(1);
    await expect(edit(seller, code, entry.id, "Telat")).rejects.toThrow("entry.too_late");
    world.clock.set(NOW);
    await changeStatus(world.ctx, seller, code, { to: "resolve", reason: "" });
    await expect(remove(seller, code, entry.id)).rejects.toThrow("report.closed");
  });
});
