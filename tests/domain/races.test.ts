import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ReceivePickupRequest } from "#app/contracts/pickup-requests.schema.ts";
import { receivePickupRequest } from "#app/domain/pickup/receive-pickup-request.server.ts";
import { changeStatus } from "#app/domain/reports/change-status.server.ts";
import { fileReports } from "#app/domain/reports/file-reports.server.ts";
import { openThread } from "#app/domain/threads/open-thread.server.ts";
import { applyTracking } from "#app/domain/tracking/apply-tracking.server.ts";
import { receiveTracking } from "#app/domain/tracking/receive-tracking.server.ts";
import {
  buildParcel,
  buildPickupRequest,
  everproCallback,
  kiriminAjaWebhook,
  newResi,
  pickupRequestBody,
  track,
} from "../factories/parcels.ts";
import { buildActor } from "../factories/people.ts";
import { buildReport, filing } from "../factories/reports.ts";
import { openWorld, type World } from "../support/test-world.ts";

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

const waitingDeliveries = async () =>
  (
    await world.owner
      .selectFrom("tracking_inbox")
      .select("id")
      .where("worked_at", "is", null)
      .execute()
  ).map((row) => row.id);

const parcelOf = (resi: string) =>
  world.owner.selectFrom("parcels").selectAll().where("resi", "=", resi).executeTakeFirstOrThrow();

const reportOf = (code: string) =>
  world.owner.selectFrom("reports").selectAll().where("code", "=", code).executeTakeFirstOrThrow();

describe("tracking that comes all at once", () => {
  it("is worked without anybody waiting in a circle, and ends in one state", async () => {
    const seller = await buildActor(world, { kind: "seller" });
    const parcels = await buildPickupRequest(world, {
      seller: seller.slug,
      resi: Array.from({ length: 6 }, newResi),
    });
    for (const { resi } of parcels) {
      for (const code of ["PICKEDUP", "FAILED PICKUP", "IN TROUBLE"])
        await receiveTracking(world.ctx, {
          source: "everpro",
          body: JSON.stringify(everproCallback(resi, code)),
        });
    }
    const rows = parcels.map(({ resi }) => kiriminAjaWebhook("shipped_packages", resi).data[0]);
    for (const data of [rows, rows.toReversed()])
      await receiveTracking(world.ctx, {
        source: "kiriminaja",
        body: JSON.stringify({ method: "shipped_packages", data }),
      });
    const done = await Promise.allSettled(
      (await waitingDeliveries()).map((deliveryId) => applyTracking(world.ctx, { deliveryId })),
    );
    expect(done.filter((one) => one.status === "rejected")).toEqual([]);
    for (const { resi } of parcels) expect((await parcelOf(resi)).custody_at).not.toBeNull();
  });

  it("never loses a scan to a pick-up request that comes at the same moment", async () => {
    const seller = await buildActor(world, { kind: "seller" });
    for (let round = 0; round < 15; round += 1) {
      const resi = newResi();
      await receiveTracking(world.ctx, {
        source: "everpro",
        body: JSON.stringify(everproCallback(resi, "PICKEDUP")),
      });
      const [deliveryId = ""] = await waitingDeliveries();
      const request = ReceivePickupRequest.parse(
        pickupRequestBody({ seller: seller.slug, resi: [resi] }),
      );
      await Promise.all([
        receivePickupRequest(world.ctx, request),
        applyTracking(world.ctx, { deliveryId }),
      ]);
      expect((await parcelOf(resi)).custody_at).not.toBeNull();
    }
  });

  it("of another courier under the same resi is not ours", async () => {
    const seller = await buildActor(world, { kind: "seller" });
    const parcel = await buildParcel(world, { seller: seller.slug });
    const body = kiriminAjaWebhook("shipped_packages", parcel.resi);
    await track(world, "kiriminaja", {
      ...body,
      packages: [{ awb: parcel.resi, service: "jne", status: 105 }],
    });
    expect((await parcelOf(parcel.resi)).custody_at).toBeNull();
  });
});

describe("a report that is opened again", () => {
  it("is not ended by further scans: the seller knows of the first one", async () => {
    const seller = await buildActor(world, { kind: "seller" });
    const parcel = await buildParcel(world, { seller: seller.slug });
    const code = await buildReport(world, seller, parcel.id);
    await track(world, "everpro", everproCallback(parcel.resi, "PICKEDUP"));
    expect((await reportOf(code)).resolution).toBe("scan");
    await changeStatus(world.ctx, seller, code, { to: "reopen", reason: "Paket masih di toko" });
    await track(world, "everpro", everproCallback(parcel.resi, "IN TROUBLE"));
    expect(await reportOf(code)).toMatchObject({ status: "open", waiting_on: "support" });
  });

  it("waits for a filing of the same parcel, and that for it", async () => {
    const seller = await buildActor(world, { kind: "seller" });
    for (let round = 0; round < 10; round += 1) {
      const parcel = await buildParcel(world, { seller: seller.slug });
      const code = await buildReport(world, seller, parcel.id);
      await changeStatus(world.ctx, seller, code, { to: "cancel", reason: "" });
      const [reopened, filed] = await Promise.allSettled([
        changeStatus(world.ctx, seller, code, { to: "reopen", reason: "" }),
        fileReports(
          world.ctx,
          seller,
          filing([parcel.id.toUpperCase().toLowerCase()], "belum_pickup"),
        ),
      ]);
      expect(filed.status).toBe("fulfilled");
      if (reopened.status === "rejected")
        expect(reopened.reason).toMatchObject({ problem: { code: "report.newer_open" } });
      const open = await world.owner
        .selectFrom("reports")
        .select("id")
        .where("parcel_id", "=", parcel.id)
        .where("status", "=", "open")
        .execute();
      expect(open).toHaveLength(1);
    }
  });
});

describe("a second filing of the same parcel", () => {
  it("puts its words into the thread that is there", async () => {
    const seller = await buildActor(world, { kind: "seller" });
    const parcel = await buildParcel(world, { seller: seller.slug });
    const code = await buildReport(world, seller, parcel.id);
    const second = filing([parcel.id], "belum_pickup", { body: "Kata orang kedua" });
    for (let time = 0; time < 2; time += 1) await fileReports(world.ctx, seller, second);
    const { entries } = await openThread(world.ctx, seller, code);
    expect(entries.filter((entry) => entry.body === "Kata orang kedua")).toHaveLength(1);
  });
});
