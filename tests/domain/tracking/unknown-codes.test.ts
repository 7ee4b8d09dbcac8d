import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "#app/contracts/parties.ts";
import { DeliveryFilters } from "#app/contracts/tracking.schema.ts";
import { changeStatus } from "#app/domain/reports/change-status.server.ts";
import { openThread } from "#app/domain/threads/open-thread.server.ts";
import { listDeliveriesPage } from "#app/domain/tracking/list-deliveries-page.server.ts";
import { listCodes, mapCode, unmapCode } from "#app/domain/tracking/map-code.server.ts";
import { replayDelivery } from "#app/domain/tracking/replay-delivery.server.ts";
import { reverseScan } from "#app/domain/tracking/reverse-scan.server.ts";
import { buildParcel, everproCallback, track } from "../../factories/parcels.ts";
import { buildActor } from "../../factories/people.ts";
import { buildReport } from "../../factories/reports.ts";
import { openWorld, type World } from "../../support/test-world.ts";

let world: World;
let seller: Actor & { slug: string };
let support: Actor;
beforeAll(async () => {
  world = await openWorld();
  seller = await buildActor(world, { kind: "seller" });
  support = await buildActor(world, { kind: "support" });
  await buildActor(world, { kind: "courier", courierId: "idx" });
});
afterAll(() => world.close());

const parcelOf = (id: string) =>
  world.owner.selectFrom("parcels").selectAll().where("id", "=", id).executeTakeFirstOrThrow();

const deliveries = async (filters: object = {}) =>
  (await listDeliveriesPage(world.ctx, support, DeliveryFilters.parse(filters))).rows;

describe("a code that nobody understands", () => {
  it("is kept, listed, and moves its parcels once support says what it means", async () => {
    const parcel = await buildParcel(world, { seller: seller.slug });
    const code = await buildReport(world, seller, parcel.id);
    await track(world, "everpro", everproCallback(parcel.resi, "SUDAH DI TANGAN KURIR"));
    expect((await parcelOf(parcel.id)).custody_at).toBeNull();
    const { unknown } = await listCodes(world.ctx, support);
    const found = unknown.find((one) => one.plainCode === "SUDAHDITANGANKURIR");
    expect(found).toMatchObject({ vocabulary: "everpro", seen: 1, parcels: 1 });
    const mapping = {
      vocabulary: "everpro",
      match: "code" as const,
      value: found?.plainCode ?? "",
      meaning: "picked_up" as const,
    };
    expect(await mapCode(world.ctx, support, mapping)).toMatchObject({ rows: 1, parcels: 1 });
    expect((await parcelOf(parcel.id)).stage).toBe("picked_up");
    expect((await openThread(world.ctx, seller, code)).report.resolution).toBe("scan");
    await expect(mapCode(world.ctx, support, mapping)).rejects.toMatchObject({
      problem: { code: "code.mapped_already" },
    });

    const next = await buildParcel(world, { seller: seller.slug });
    await track(world, "everpro", everproCallback(next.resi, "Sudah di tangan kurir"));
    expect((await parcelOf(next.id)).stage).toBe("picked_up");

    const { mappings } = await listCodes(world.ctx, support);
    const made = mappings.find((one) => one.value === mapping.value);
    await unmapCode(world.ctx, support, { id: made?.id ?? "" });
    expect((await parcelOf(parcel.id)).custody_at).toBeNull();
    const { report, entries } = await openThread(world.ctx, seller, code);
    expect(report.status).toBe("open");
    expect(entries.at(-1)?.event).toEqual({ type: "scan_reversed", reason: "" });
  });

  it("is for CS only", async () => {
    await expect(listCodes(world.ctx, seller)).rejects.toMatchObject({
      problem: { kind: "forbidden" },
    });
    await expect(
      listDeliveriesPage(world.ctx, seller, DeliveryFilters.parse({})),
    ).rejects.toMatchObject({ problem: { kind: "forbidden" } });
  });
});

describe("the log of deliveries", () => {
  it("shows what came, with people covered, and what nobody could read", async () => {
    const parcel = await buildParcel(world, { seller: seller.slug });
    world.clock.advance(1_000);
    await track(world, "everpro", {
      ...everproCallback(parcel.resi, "FAILED PICKUP"),
      cancel_reason: "Hubungi 081234567890",
    });
    world.clock.advance(1_000);
    await track(world, "everpro", { quite: "another form", receiver_name: "Budi" });
    const [unread, read] = await deliveries();
    expect(unread).toMatchObject({ problem: "unreadable", rows: null });
    expect(unread?.body).not.toContain("Budi");
    expect(read).toMatchObject({ problem: null, rows: 1, unknown: 0, attempts: 1 });
    expect(read?.body).not.toContain("081234567890");
    expect((await deliveries({ tab: "problem" })).map((one) => one.id)).toEqual([unread?.id]);
  });

  it("works a delivery again without doing it twice", async () => {
    const parcel = await buildParcel(world, { seller: seller.slug });
    world.clock.advance(1_000);
    await track(world, "everpro", everproCallback(parcel.resi, "PICKEDUP"));
    const [delivery] = await deliveries();
    const before = await parcelOf(parcel.id);
    for (let round = 0; round < 3; round += 1)
      await replayDelivery(world.ctx, support, { id: delivery?.id ?? "" });
    expect(await parcelOf(parcel.id)).toEqual(before);
    const rows = await world.owner
      .selectFrom("tracking_events")
      .select("id")
      .where("parcel_id", "=", parcel.id)
      .execute();
    expect(rows).toHaveLength(1);
  });
});

describe("a scan that was wrong", () => {
  it("is withdrawn by CS, and the report that it ended opens again", async () => {
    const parcel = await buildParcel(world, { seller: seller.slug });
    const code = await buildReport(world, seller, parcel.id);
    await track(world, "everpro", everproCallback(parcel.resi, "PICKEDUP"));
    world.clock.advance(60_000);
    await reverseScan(world.ctx, support, code, { reason: "Kurir salah scan paket tetangga" });
    expect((await parcelOf(parcel.id)).custody_at).toBeNull();
    const { report, entries, timeline } = await openThread(world.ctx, seller, code);
    expect(report).toMatchObject({ status: "open", waitingOn: "courier" });
    expect(entries.at(-1)?.event).toEqual({
      type: "scan_reversed",
      reason: "Kurir salah scan paket tetangga",
    });
    expect(timeline.marks.map((mark) => mark.what)).toContainEqual(
      expect.objectContaining({ meaning: "custody_reversed" }),
    );
    await expect(reverseScan(world.ctx, support, code, { reason: "lagi" })).rejects.toMatchObject({
      problem: { code: "scan.none" },
    });
    world.clock.advance(60_000);
    await track(world, "kiriminaja", {
      method: "shipped_packages",
      data: [{ awb: parcel.resi, shipped_at: world.clock.now().toISOString() }],
    });
    expect((await openThread(world.ctx, seller, code)).report.resolution).toBe("scan");
  });

  it("does not open a report that the seller has closed", async () => {
    const parcel = await buildParcel(world, { seller: seller.slug });
    const code = await buildReport(world, seller, parcel.id);
    await changeStatus(world.ctx, seller, code, { to: "resolve", reason: "" });
    await track(world, "everpro", everproCallback(parcel.resi, "PICKEDUP"));
    world.clock.advance(60_000);
    await reverseScan(world.ctx, support, code, { reason: "salah" });
    expect((await openThread(world.ctx, seller, code)).report.status).toBe("resolved");
  });
});
