import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { applyWaitingTracking } from "#app/domain/tracking/apply-waiting-tracking.server.ts";
import { receiveTracking } from "#app/domain/tracking/receive-tracking.server.ts";
import { buildParcel, everproCallback } from "../../factories/parcels.ts";
import { buildActor } from "../../factories/people.ts";
import { openWorld, type World } from "../../support/test-world.ts";

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

const receive = (body: unknown) =>
  receiveTracking(world.ctx, { source: "everpro", body: JSON.stringify(body) });

describe("deliveries that wait", () => {
  it("do not wait for a poisoned one, which is tried later and less and less", async () => {
    const seller = await buildActor(world, { kind: "seller" });
    const bad = await buildParcel(world, { seller: seller.slug });
    const good = await buildParcel(world, { seller: seller.slug });
    await sql`create function refuse() returns trigger language plpgsql as 'begin raise exception ''poison''; end'`.execute(
      world.owner,
    );
    await sql`create trigger poison before insert on tracking_events for each row when (new.resi = ${sql.lit(bad.resi)}) execute function refuse()`.execute(
      world.owner,
    );
    await receive(everproCallback(bad.resi, "PICKEDUP"));
    await receive(everproCallback(good.resi, "PICKEDUP"));
    expect(await applyWaitingTracking(world.ctx)).toBe(1);
    expect(await applyWaitingTracking(world.ctx)).toBe(0);
    world.clock.advance(3 * 3_600_000);
    expect(await applyWaitingTracking(world.ctx)).toBe(0);
    expect(await applyWaitingTracking(world.ctx)).toBe(0);
    const [row] = await world.owner
      .selectFrom("tracking_inbox")
      .select(["attempts", "problem"])
      .where("worked_at", "is", null)
      .execute();
    expect(row).toEqual({ attempts: 2, problem: "failed" });
    await sql`drop trigger poison on tracking_events`.execute(world.owner);
    world.clock.advance(3 * 3_600_000);
    expect(await applyWaitingTracking(world.ctx)).toBe(1);
  });

  it.each(["1e200000", `${"[".repeat(100_000)}${"]".repeat(100_000)}`])(
    "are refused where PostgreSQL cannot keep them",
    async (value) => {
      const body = `{"awb_number":"IDE1234567","tracking_code":"WAITING","x":${value}}`;
      await expect(receiveTracking(world.ctx, { source: "everpro", body })).rejects.toMatchObject({
        problem: { code: "body.not_json" },
      });
    },
  );
});
