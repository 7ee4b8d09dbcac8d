import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { fileReports } from "#app/domain/reports/file-reports.server.ts";
import { buildParcel, buildPickupRequest, everproCallback, track } from "../factories/parcels.ts";
import { buildActor } from "../factories/people.ts";
import { filing } from "../factories/reports.ts";
import { openWorld, type World } from "../support/test-world.ts";

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

const problem = (code: string, more: object = {}) => ({ problem: { code, ...more } });

describe("filing", () => {
  it("makes one report of twenty parallel filings, and all land in it", async () => {
    const seller = await buildActor(world, { kind: "seller" });
    await buildActor(world, { kind: "courier" });
    const parcel = await buildParcel(world, { seller: seller.slug });
    const filed = await Promise.all(
      Array.from({ length: 20 }, () =>
        fileReports(world.ctx, seller, filing([parcel.id], "belum_pickup")),
      ),
    );
    const codes = new Set(filed.flat().map((one) => one.code));
    expect(codes.size).toBe(1);
    expect(filed.flat().filter((one) => !one.landed)).toHaveLength(1);
    const rows = await world.owner
      .selectFrom("reports")
      .select("id")
      .where("parcel_id", "=", parcel.id)
      .execute();
    expect(rows).toHaveLength(1);
  });

  it("says when Long pick up 3PL unlocks", async () => {
    const seller = await buildActor(world, { kind: "seller" });
    const parcel = await buildParcel(world, {
      seller: seller.slug,
      requestedAt: "2026-11-25T01:00:00Z",
    });
    await expect(
      fileReports(world.ctx, seller, filing([parcel.id], "long_pickup")),
    ).rejects.toMatchObject({
      problem: {
        code: "category.refused",
        params: { reason: "not_late_yet", unlocksAt: "2026-11-26T13:00:00.000Z" },
      },
    });
  });

  it("refuses Pick Up Scan Issue without a hand-over photo", async () => {
    const seller = await buildActor(world, { kind: "seller" });
    const parcel = await buildParcel(world, { seller: seller.slug });
    await expect(
      fileReports(world.ctx, seller, filing([parcel.id], "scan_issue")),
    ).rejects.toMatchObject(problem("evidence.handover_required"));
  });

  it("refuses a parcel that its courier has", async () => {
    const seller = await buildActor(world, { kind: "seller" });
    const parcel = await buildParcel(world, { seller: seller.slug });
    await track(world, "everpro", everproCallback(parcel.resi, "PICKEDUP"));
    await expect(
      fileReports(world.ctx, seller, filing([parcel.id], "belum_pickup")),
    ).rejects.toMatchObject({
      problem: { params: { reason: "custody" } },
    });
  });

  it("answers the same for a missing parcel and for somebody else's", async () => {
    const [seller, other] = [
      await buildActor(world, { kind: "seller" }),
      await buildActor(world, { kind: "seller" }),
    ];
    const foreign = await buildParcel(world, { seller: other.slug });
    const missing = "00000000-0000-4000-8000-000000000000";
    const answers = await Promise.all(
      [foreign.id, missing].map((id) =>
        fileReports(world.ctx, seller, filing([id], "belum_pickup")).catch(
          (error) => error.problem,
        ),
      ),
    );
    expect(answers[0]).toEqual(answers[1]);
    expect(answers[0].code).toBe("resi.unknown");
  });

  it("files several parcels of one request in one go, and none of two requests", async () => {
    const seller = await buildActor(world, { kind: "seller" });
    const one = await buildPickupRequest(world, {
      seller: seller.slug,
      resi: ["IDE7700000001", "IDE7700000002"],
    });
    const two = await buildPickupRequest(world, { seller: seller.slug, resi: ["IDE7700000003"] });
    const ids = [...one, ...two].map((parcel) => parcel.id);
    await expect(fileReports(world.ctx, seller, filing(ids, "belum_pickup"))).rejects.toMatchObject(
      problem("filing.one_request"),
    );
    const filed = await fileReports(
      world.ctx,
      seller,
      filing(
        one.map((parcel) => parcel.id),
        "belum_pickup",
      ),
    );
    expect(filed.map((report) => report.resi)).toEqual(["IDE7700000001", "IDE7700000002"]);
  });

  it("hands the ball to CS where the courier has nobody", async () => {
    const seller = await buildActor(world, { kind: "seller" });
    const parcel = await buildParcel(world, { seller: seller.slug, courier: "rpx" });
    await fileReports(world.ctx, seller, filing([parcel.id], "belum_pickup"));
    const report = await world.owner
      .selectFrom("reports")
      .select(["waiting_on", "courier_served"])
      .where("parcel_id", "=", parcel.id)
      .executeTakeFirstOrThrow();
    expect(report).toEqual({ waiting_on: "support", courier_served: false });
  });
});
