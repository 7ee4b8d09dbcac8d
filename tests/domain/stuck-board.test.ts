import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { StuckFilters } from "#app/contracts/reports.schema.ts";
import { listStuckPage } from "#app/domain/boards/list-stuck-page.server.ts";
import { buildParcel, everproCallback, track } from "../factories/parcels.ts";
import { buildActor } from "../factories/people.ts";
import { buildReport } from "../factories/reports.ts";
import { openWorld, type World } from "../support/test-world.ts";

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

describe("the board of stuck pick-ups", () => {
  it("names the reason, nearest deadline first, reported or not", async () => {
    const seller = await buildActor(world, { kind: "seller" });
    const cs = await buildActor(world, { kind: "support" });
    await buildActor(world, { kind: "courier", courierId: "jne" });
    const build = (courier: string, requestedAt: string) =>
      buildParcel(world, { seller: seller.slug, courier, requestedAt });
    const unreported = await build("lion", "2026-11-20T01:00:00Z");
    const unserved = await build("lion", "2026-11-21T01:00:00Z");
    await buildReport(world, seller, unserved.id, "long_pickup");
    const silent = await build("jne", "2026-11-23T01:00:00Z");
    await buildReport(world, seller, silent.id, "long_pickup");
    const failed = await build("lion", "2026-11-24T02:00:00Z");
    await track(world, "everpro", everproCallback(failed.resi, "FAILED PICKUP"));
    const gone = await build("lion", "2026-11-20T02:00:00Z");
    await track(world, "everpro", everproCallback(gone.resi, "PICKEDUP"));
    world.clock.set("2026-11-25T10:00:00Z");
    const mine = [unreported, unserved, silent, failed, gone].map((parcel) => parcel.resi);
    const board = async (filters: object = {}) =>
      (await listStuckPage(world.ctx, cs, StuckFilters.parse(filters))).page.rows
        .filter((row) => mine.includes(row.resi))
        .map((row) => [row.resi, row.reason.type]);
    expect(await board()).toEqual([
      [unreported.resi, "late_unreported"],
      [unserved.resi, "no_members"],
      [silent.resi, "late_courier_silent"],
      [failed.resi, "failed_attempt"],
    ]);
    expect((await board({ tab: "unreported" })).map(([resi]) => resi)).toEqual([
      unreported.resi,
      failed.resi,
    ]);
    expect((await board({ tab: "support" })).map(([resi]) => resi)).toEqual([unserved.resi]);
    expect((await board({ q: silent.resi })).map(([resi]) => resi)).toEqual([silent.resi]);
  });
});
