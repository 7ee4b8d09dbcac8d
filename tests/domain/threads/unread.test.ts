import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "#app/contracts/parties.ts";
import { ReportFilters } from "#app/contracts/reports.schema.ts";
import { listReportsPage } from "#app/domain/reports/list-reports-page.server.ts";
import { lockReport } from "#app/domain/reports/lock-report.server.ts";
import { changeEntry } from "#app/domain/threads/change-entry.server.ts";
import { markRead } from "#app/domain/threads/mark-read.server.ts";
import { markUnread } from "#app/domain/threads/mark-unread.server.ts";
import { openThread } from "#app/domain/threads/open-thread.server.ts";
import { postMessage, postNote } from "#app/domain/threads/post-message.server.ts";
import { buildParcel, everproCallback, track } from "../../factories/parcels.ts";
import { buildActor } from "../../factories/people.ts";
import { buildReport, message } from "../../factories/reports.ts";
import { openWorld, type World } from "../../support/test-world.ts";

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

async function buildCast() {
  const seller = await buildActor(world, { kind: "seller" });
  const operator = await buildActor(world, { kind: "courier", courierId: "idx" });
  const parcel = await buildParcel(world, { seller: seller.slug });
  const code = await buildReport(world, seller, parcel.id);
  const badge = async (actor: Actor) => {
    const filters = ReportFilters.parse({ q: parcel.resi });
    return (await listReportsPage(world.ctx, actor, filters)).page.rows[0]?.unread;
  };
  const readAll = async (actor: Actor) => {
    const { readTurn } = await openThread(world.ctx, actor, code);
    await markRead(world.ctx, actor, code, { everyone: 999, notes: 999, turn: readTurn });
  };
  return { seller, operator, code, badge, readAll, resi: parcel.resi };
}

describe("unread", () => {
  it("is what others wrote: never one's own words, nor the system's, nor what is deleted", async () => {
    const { seller, code, badge, resi } = await buildCast();
    expect(await badge(seller)).toBe(0);
    await postNote(world.ctx, seller, code, message("catatan sendiri"));
    await track(world, "everpro", everproCallback(resi, "PICKEDUP"));
    const { entries } = await openThread(world.ctx, seller, code);
    expect(entries.map((entry) => entry.author.side)).toContain("system");
    expect(await badge(seller)).toBe(0);
    const other = await buildCast();
    const entry = await postMessage(world.ctx, other.operator, other.code, message("satu"));
    await postMessage(world.ctx, other.operator, other.code, message("dua"));
    expect(await other.badge(other.seller)).toBe(2);
    await changeEntry(world.ctx, other.operator, other.code, entry.id, { to: "delete" });
    expect(await other.badge(other.seller)).toBe(1);
  });

  it("sticks where it was marked, also against a page that was open before", async () => {
    const { seller, operator, code, badge, readAll } = await buildCast();
    await postMessage(world.ctx, operator, code, message("satu"));
    await postMessage(world.ctx, operator, code, message("dua"));
    await readAll(seller);
    const before = await openThread(world.ctx, seller, code);
    await markUnread(world.ctx, seller, code);
    expect(await badge(seller)).toBe(1);
    const old = { everyone: 999, notes: 999, turn: before.readTurn };
    await markRead(world.ctx, seller, code, old);
    expect(await badge(seller)).toBe(1);
    await postMessage(world.ctx, operator, code, message("tiga"));
    await markRead(world.ctx, seller, code, old);
    expect(await badge(seller)).toBe(2);
    await readAll(seller);
    expect(await badge(seller)).toBe(0);
  });

  it("is over for notes too that a page of before was the first to read", async () => {
    const { seller, operator, code, badge, readAll } = await buildCast();
    await postMessage(world.ctx, operator, code, message("satu"));
    await readAll(seller);
    const before = await openThread(world.ctx, seller, code);
    await markUnread(world.ctx, seller, code);
    const mate = await buildActor(world, {
      kind: "seller",
      organisationId: seller.organisationId,
    });
    await postNote(world.ctx, mate, code, message("catatan"));
    const old = { everyone: 999, notes: 999, turn: before.readTurn };
    await markRead(world.ctx, seller, code, old);
    await postNote(world.ctx, mate, code, message("catatan lagi"));
    await readAll(seller);
    expect(await badge(seller)).toBe(0);
  });

  it("is no business of others: what was seen stays seen", async () => {
    const { seller, operator, code, readAll } = await buildCast();
    await postMessage(world.ctx, operator, code, message("satu"));
    await readAll(seller);
    const seenBy = async () =>
      (await openThread(world.ctx, operator, code)).seen.map(({ userId, seq }) => [userId, seq]);
    const seen = [[seller.userId, 3]];
    expect(await seenBy()).toEqual(seen);
    await markUnread(world.ctx, seller, code);
    expect(await seenBy()).toEqual(seen);
  });

  it("waits for nobody who writes in the report meanwhile", async () => {
    const { seller, operator, code, badge, readAll } = await buildCast();
    await postMessage(world.ctx, operator, code, message("satu"));
    await readAll(seller);
    await world.ctx.db.as(operator, async (tx) => {
      await lockReport(tx, operator, code);
      await markUnread(world.ctx, seller, code);
    });
    expect(await badge(seller)).toBe(1);
  });

  it("cannot be marked where nobody else has written", async () => {
    const { seller, code } = await buildCast();
    await expect(markUnread(world.ctx, seller, code)).rejects.toThrow("unread.nothing");
  });
});
