import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { buildParcel, newResi, track } from "../../factories/parcels.ts";
import { buildActor } from "../../factories/people.ts";
import { openWorld, type World } from "../../support/test-world.ts";

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

const METHODS = [
  ["processed_packages", "date", "2026-11-24T02:01:00Z"],
  ["shipped_packages", "shipped_at", "2026-11-25T01:00:00Z"],
  ["finished_packages", "finished_at", "2026-11-25T02:00:00Z"],
] as const;

function* ordersOf<T>(items: T[]): Iterable<T[]> {
  if (items.length === 0) yield [];
  for (const [at, item] of items.entries())
    for (const rest of ordersOf([...items.slice(0, at), ...items.slice(at + 1)]))
      yield [item, ...rest];
}

/** Three of a platform with their times, three of another without. */
const deliveriesOf = (resi: string) => [
  ...METHODS.map(([method, field, time]) => ({
    source: "kiriminaja" as const,
    body: { method, data: [{ awb: resi, [field]: time }] },
  })),
  ...["WAITING", "FAILED PICKUP", "PICKEDUP"].map((code) => ({
    source: "everpro" as const,
    body: { awb_number: resi, tracking_code: code, cancel_reason: "" },
  })),
];

describe("six deliveries of one parcel", () => {
  it("end in one state in any order, also where the parcel is told of last", async () => {
    const seller = await buildActor(world, { kind: "seller" });
    const states = new Set<string>();
    const orders = [...ordersOf([0, 1, 2, 3, 4, 5])];
    expect(orders).toHaveLength(720);
    // Every order of the pure fold is tried beside it; the database sees a spread of them.
    for (const [at, order] of orders.filter((_, index) => index % 24 === 0).entries()) {
      const resi = newResi();
      const deliveries = deliveriesOf(resi);
      const tell = async () => {
        for (const one of order) {
          const { source, body } = deliveries[one] as (typeof deliveries)[0];
          await track(world, source, body);
        }
      };
      if (at % 2 === 0) await buildParcel(world, { seller: seller.slug, resi: [resi] });
      await tell();
      if (at % 2 === 1) await buildParcel(world, { seller: seller.slug, resi: [resi] });
      const { stage, custody_at, failed_at, final_at } = await world.owner
        .selectFrom("parcels")
        .selectAll()
        .where("resi", "=", resi)
        .executeTakeFirstOrThrow();
      states.add(JSON.stringify({ stage, custody_at, failed_at, final_at }));
    }
    expect([...states]).toEqual([
      JSON.stringify({
        stage: "delivered",
        custody_at: "2026-11-25T01:00:00.000Z",
        failed_at: null,
        final_at: "2026-11-25T02:00:00.000Z",
      }),
    ]);
  });
});
