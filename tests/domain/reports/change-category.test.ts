import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { changeCategory } from "#app/domain/reports/change-category.server.ts";
import { openThread } from "#app/domain/threads/open-thread.server.ts";
import { buildParcel } from "../../factories/parcels.ts";
import { buildActor } from "../../factories/people.ts";
import { buildReport } from "../../factories/reports.ts";
import { openWorld, type World } from "../../support/test-world.ts";

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

describe("the category that CS changes", () => {
  it("is told with its reason, and leaves the category as filed alone", async () => {
    const seller = await buildActor(world, { kind: "seller" });
    const support = await buildActor(world, { kind: "support" });
    const parcel = await buildParcel(world, { seller: seller.slug });
    const code = await buildReport(world, seller, parcel.id);
    const before = await openThread(world.ctx, support, code);
    expect(before.report.categoryWhy).toEqual({
      by: "rule",
      reason: "within",
      at: "2026-11-25T13:00:00.000Z",
    });
    expect(before.report.powers.recategorise).toEqual(["gagal_pickup", "scan_issue"]);
    const reason = "Kurir mengaku gagal lewat telepon";
    await changeCategory(world.ctx, support, code, { category: "gagal_pickup", reason });
    const { report, entries } = await openThread(world.ctx, seller, code);
    expect(report).toMatchObject({
      categoryFiled: "belum_pickup",
      categoryReckoned: "gagal_pickup",
      categoryWhy: { by: "support", note: reason },
      powers: { recategorise: [] },
    });
    expect(entries.at(-1)?.event).toEqual({
      type: "recategorised",
      from: "belum_pickup",
      to: "gagal_pickup",
      reason,
    });
  });

  it("is refused where it cannot be true, with the time at which it unlocks", async () => {
    const seller = await buildActor(world, { kind: "seller" });
    const support = await buildActor(world, { kind: "support" });
    const parcel = await buildParcel(world, { seller: seller.slug });
    const code = await buildReport(world, seller, parcel.id);
    await expect(
      changeCategory(world.ctx, support, code, { category: "long_pickup", reason: "x" }),
    ).rejects.toMatchObject({
      problem: {
        code: "category.refused",
        params: { reason: "not_late_yet", unlocksAt: "2026-11-25T13:00:00.000Z" },
      },
    });
    await expect(
      changeCategory(world.ctx, seller, code, { category: "scan_issue", reason: "x" }),
    ).rejects.toMatchObject({ problem: { kind: "forbidden" } });
  });
});
