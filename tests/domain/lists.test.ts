import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "#app/contracts/parties.ts";
import { ReportFilters } from "#app/contracts/reports.schema.ts";
import { changeStatus } from "#app/domain/reports/change-status.server.ts";
import { listReportsPage } from "#app/domain/reports/list-reports-page.server.ts";
import { markRead } from "#app/domain/threads/mark-read.server.ts";
import { postMessage, postNote } from "#app/domain/threads/post-message.server.ts";
import { buildParcel, buildPickupRequest, newResi } from "../factories/parcels.ts";
import { buildActor } from "../factories/people.ts";
import { buildReport, message } from "../factories/reports.ts";
import { NOW, openWorld, type World } from "../support/test-world.ts";

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

const list = (actor: Actor, filters: object = {}) =>
  listReportsPage(world.ctx, actor, ReportFilters.parse(filters));
const codes = async (actor: Actor, filters: object) =>
  (await list(actor, filters)).page.rows.map((row) => row.code);

describe("a list", () => {
  it("gives every report once over its pages, in each order, also where many are due at once", async () => {
    const seller = await buildActor(world, { kind: "seller" });
    await buildActor(world, { kind: "courier", courierId: "idx" });
    const resi = Array.from({ length: 120 }, newResi);
    const parcels = await buildPickupRequest(world, { seller: seller.slug, resi });
    for (const parcel of parcels) {
      world.clock.advance(1000);
      await buildReport(world, seller, parcel.id);
    }
    world.clock.set(NOW);
    for (const sort of ["due", "newest", "activity"]) {
      const seen: string[] = [];
      let after: string | undefined;
      do {
        const { page } = await list(seller, { tab: "all", sort, after });
        seen.push(...page.rows.map((row) => row.resi));
        after = page.next ?? undefined;
      } while (after);
      expect(seen).toHaveLength(120);
      expect(new Set(seen)).toEqual(new Set(resi));
    }
    expect((await list(seller, { tab: "all" })).counts).toMatchObject({
      all: 120,
      waiting: 120,
      turn: 0,
      done: 0,
    });
  });

  it("counts as unread what this person may read and has not, notes of others never", async () => {
    const seller = await buildActor(world, { kind: "seller" });
    const colleague = await buildActor(world, {
      kind: "seller",
      organisationId: seller.organisationId,
    });
    const operator = await buildActor(world, { kind: "courier", courierId: "idx" });
    const parcel = await buildParcel(world, { seller: seller.slug });
    const code = await buildReport(world, seller, parcel.id);
    await postMessage(world.ctx, operator, code, message("satu"));
    await postNote(world.ctx, operator, code, message("catatan ekspedisi"));
    const unread = async (actor: Actor) =>
      (await list(actor, { q: parcel.resi })).page.rows[0]?.unread;
    await postNote(world.ctx, seller, code, message("catatan toko"));
    expect(await unread(colleague)).toBe(4);
    expect(await unread(operator)).toBe(2);
    await markRead(world.ctx, colleague, code, { everyone: 3, notes: 0, turn: 0 });
    expect(await unread(colleague)).toBe(1);
    expect(await unread(seller)).toBe(1);
  });

  it("puts each report where its reader has to act", async () => {
    const seller = await buildActor(world, { kind: "seller" });
    const operator = await buildActor(world, { kind: "courier", courierId: "sicepat" });
    const build = async (requestedAt: string) => {
      const parcel = await buildParcel(world, {
        seller: seller.slug,
        courier: "sicepat",
        requestedAt,
      });
      return buildReport(
        world,
        seller,
        parcel.id,
        requestedAt < "2026-11-24" ? "long_pickup" : "belum_pickup",
      );
    };
    const late = await build("2026-11-23T01:00:00Z");
    const today = await build("2026-11-24T01:00:00Z");
    const tomorrow = await build("2026-11-25T01:00:00Z");
    await postMessage(world.ctx, operator, tomorrow, message("besok ya kak"));
    world.clock.set("2026-11-25T10:00:00Z");
    expect(await codes(operator, { tab: "turn" })).toEqual([late, today]);
    expect(await codes(operator, { tab: "waiting" })).toEqual([tomorrow]);
    expect(await codes(seller, { tab: "turn" })).toEqual([tomorrow]);
    expect(await codes(operator, { tab: "late" })).toEqual([late]);
    expect(await codes(operator, { tab: "soon" })).toEqual([today]);
    await changeStatus(world.ctx, seller, late, { to: "resolve", reason: "" });
    expect(await codes(operator, { tab: "done" })).toEqual([late]);
    expect(await codes(operator, { tab: "late" })).toEqual([]);
    expect(await codes(operator, { tab: "turn", q: late })).toEqual([late]);
    expect(await codes(operator, { tab: "all", category: "long_pickup" })).toEqual([late]);
    world.clock.set(NOW);
  });

  it("shows the first page for an address that makes no sense", async () => {
    const seller = await buildActor(world, { kind: "seller" });
    const { page } = await list(seller, {
      tab: "x",
      sort: "y",
      after: "zz.zz",
      category: "q",
      courier: "'",
    });
    expect(page).toEqual({ rows: [], next: null });
  });
});
