import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { recordMoments } from "#app/domain/pickup/record-moments.server.ts";
import { changeStatus } from "#app/domain/reports/change-status.server.ts";
import { buildParcel, everproCallback, track } from "../../factories/parcels.ts";
import { buildActor } from "../../factories/people.ts";
import { buildReport } from "../../factories/reports.ts";
import { NOW, openWorld, type World } from "../../support/test-world.ts";

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

/** Requested on Tuesday 09.00 WIB: warned on Wednesday 13.00, late from 20.00 on. */
const WARNED = "2026-11-25T06:00:00.000Z";
const DEADLINE = "2026-11-25T13:00:00.000Z";

async function build() {
  world.clock.set(NOW);
  const seller = await buildActor(world, { kind: "seller" });
  return { seller, parcel: await buildParcel(world, { seller: seller.slug }) };
}

const momentsOf = async (parcelId: string) =>
  (
    await world.owner
      .selectFrom("sla_events")
      .selectAll()
      .where("parcel_id", "=", parcelId)
      .orderBy("at")
      .execute()
  ).map(({ kind, clock, at, due_at }) => [clock, kind, at.toISOString(), due_at.toISOString()]);

const warn = ["pickup", "warn", WARNED, DEADLINE];
const breach = ["pickup", "breach", DEADLINE, DEADLINE];

const categoryOf = async (code: string) =>
  (
    await world.owner
      .selectFrom("reports")
      .select("category_reckoned")
      .where("code", "=", code)
      .executeTakeFirstOrThrow()
  ).category_reckoned;

describe("the moments of the pick-up clock", () => {
  it("are written when they come, and not before", async () => {
    const { parcel } = await build();
    world.clock.set("2026-11-25T05:59:59.999Z");
    await recordMoments(world.ctx);
    expect(await momentsOf(parcel.id)).toEqual([]);
    world.clock.set(WARNED);
    await recordMoments(world.ctx);
    expect(await momentsOf(parcel.id)).toEqual([warn]);
    world.clock.set(DEADLINE);
    await recordMoments(world.ctx);
    await recordMoments(world.ctx);
    expect(await momentsOf(parcel.id)).toEqual([warn, breach]);
  });

  it("bear their true times when everything was down meanwhile", async () => {
    const { parcel } = await build();
    world.clock.set("2026-11-27T02:00:00Z");
    await recordMoments(world.ctx);
    expect(await momentsOf(parcel.id)).toEqual([warn, breach]);
  });

  it("are written once by eight workers at a time", async () => {
    const { seller } = await build();
    const parcels = [];
    for (let n = 0; n < 12; n += 1) parcels.push(await buildParcel(world, { seller: seller.slug }));
    world.clock.set(DEADLINE);
    await Promise.all(Array.from({ length: 8 }, () => recordMoments(world.ctx)));
    for (const { id } of parcels) expect(await momentsOf(id)).toEqual([warn, breach]);
  });

  it("do not come for a parcel that the courier has", async () => {
    const { parcel } = await build();
    await track(world, "everpro", everproCallback(parcel.resi, "PICKEDUP"));
    world.clock.set(DEADLINE);
    await recordMoments(world.ctx);
    expect(await momentsOf(parcel.id)).toEqual([]);
  });

  it("are written though the pick-up is heard of first, up to its own time", async () => {
    const { parcel } = await build();
    world.clock.set("2026-11-25T12:59:00Z");
    await track(world, "everpro", everproCallback(parcel.resi, "PICKEDUP"));
    expect(await momentsOf(parcel.id)).toEqual([warn]);
    const { parcel: other } = await build();
    world.clock.set("2026-11-25T13:10:00Z");
    await track(world, "everpro", everproCallback(other.resi, "PICKEDUP"));
    await recordMoments(world.ctx);
    expect(await momentsOf(other.id)).toEqual([warn, breach]);
  });

  it("make Belum into Long pick up 3PL, also in a report that is opened again after them", async () => {
    const { seller, parcel } = await build();
    const other = await buildParcel(world, { seller: seller.slug });
    const code = await buildReport(world, seller, parcel.id);
    const closed = await buildReport(world, seller, other.id);
    await changeStatus(world.ctx, seller, closed, { to: "cancel", reason: "salah" });
    world.clock.set(DEADLINE);
    await recordMoments(world.ctx);
    expect(await categoryOf(code)).toBe("long_pickup");
    expect(await categoryOf(closed)).toBe("belum_pickup");
    await changeStatus(world.ctx, seller, closed, { to: "reopen", reason: "belum" });
    await recordMoments(world.ctx);
    expect(await categoryOf(closed)).toBe("long_pickup");
  });

  it("cannot be changed by anybody once they are written", async () => {
    const { parcel } = await build();
    world.clock.set(DEADLINE);
    await recordMoments(world.ctx);
    const change = world.ctx.db.as("system", (tx) =>
      sql`update sla_events set at = now() where parcel_id = ${parcel.id}`.execute(tx),
    );
    await expect(change).rejects.toThrow(/permission denied/);
  });
});
