import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ReportFilters } from "#app/contracts/reports.schema.ts";
import { changeStatus } from "#app/domain/reports/change-status.server.ts";
import { listReportsPage } from "#app/domain/reports/list-reports-page.server.ts";
import { buildPickupRequest, everproCallback, newResi, track } from "../../factories/parcels.ts";
import { buildActor } from "../../factories/people.ts";
import { buildReport } from "../../factories/reports.ts";
import { NOW, openWorld, type World } from "../../support/test-world.ts";

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

async function build(parcels: number) {
  world.clock.set(NOW);
  const seller = await buildActor(world, { kind: "seller" });
  const resi = Array.from({ length: parcels }, newResi);
  const rows = await buildPickupRequest(world, { seller: seller.slug, resi });
  const offers = async () =>
    (await listReportsPage(world.ctx, seller, ReportFilters.parse({}))).offers.map(
      ({ kind, count, parcels: offered }) => [kind, count, offered.map((one) => one.id)],
    );
  return { seller, rows, offers };
}

describe("what a seller is offered to report", () => {
  it("is what is late and was never reported", async () => {
    const { seller, rows, offers } = await build(2);
    const [first, second] = rows as [(typeof rows)[0], (typeof rows)[0]];
    expect(await offers()).toEqual([]);
    world.clock.set("2026-11-25T13:00:01Z");
    expect(await offers()).toEqual([["late", 2, [first.id, second.id]]]);
    const code = await buildReport(world, seller, first.id, "long_pickup");
    await changeStatus(world.ctx, seller, code, { to: "cancel", reason: "salah" });
    expect(await offers()).toEqual([["late", 1, [second.id]]]);
    await track(world, "everpro", everproCallback(second.resi, "PICKEDUP"));
    expect(await offers()).toEqual([]);
  });

  it("is a parcel without a scan while four of five have one, after the policy's time", async () => {
    const { rows, offers } = await build(5);
    for (const { resi } of rows.slice(0, 3))
      await track(world, "everpro", everproCallback(resi, "PICKEDUP"));
    world.clock.advance(3 * 3_600_000);
    expect(await offers()).toEqual([]);
    await track(world, "everpro", everproCallback(rows[3]?.resi ?? "", "PICKEDUP"));
    world.clock.advance(119 * 60_000);
    expect(await offers()).toEqual([]);
    world.clock.advance(60_000);
    expect(await offers()).toEqual([["silent_scan", 1, [rows[4]?.id]]]);
  });

  it("is nobody else's", async () => {
    await build(1);
    world.clock.set("2026-11-26T02:00:00Z");
    const stranger = await buildActor(world, { kind: "seller" });
    const operator = await buildActor(world, { kind: "courier", courierId: "idx" });
    for (const actor of [stranger, operator]) {
      const { offers } = await listReportsPage(world.ctx, actor, ReportFilters.parse({}));
      expect(offers).toEqual([]);
    }
  });
});
