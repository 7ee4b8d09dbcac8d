import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "#app/contracts/parties.ts";
import { changeStatus } from "#app/domain/reports/change-status.server.ts";
import { openThread } from "#app/domain/threads/open-thread.server.ts";
import { listCodes, mapCode, unmapCode } from "#app/domain/tracking/map-code.server.ts";
import { reverseScan } from "#app/domain/tracking/reverse-scan.server.ts";
import { buildParcel, everproCallback, track } from "../../factories/parcels.ts";
import { buildActor } from "../../factories/people.ts";
import { buildReport } from "../../factories/reports.ts";
import { NOW, openWorld, type World } from "../../support/test-world.ts";

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

async function build() {
  world.clock.set(NOW);
  const parcel = await buildParcel(world, { seller: seller.slug });
  const code = await buildReport(world, seller, parcel.id);
  world.clock.advance(60_000);
  return { parcel, code };
}

const later = () => world.clock.advance(60_000);
const reverse = (code: string) => reverseScan(world.ctx, support, code, { reason: "salah paket" });
const say = (resi: string, code: string) => track(world, "everpro", everproCallback(resi, code));

describe("a scan that CS withdraws", () => {
  it("is told in a report that the seller has opened again meanwhile, and has a deadline again", async () => {
    const { parcel, code } = await build();
    await say(parcel.resi, "PICKEDUP");
    later();
    await changeStatus(world.ctx, seller, code, { to: "reopen", reason: "belum diambil" });
    expect((await openThread(world.ctx, seller, code)).report).toMatchObject({
      waitingOn: "support",
      due: null,
    });
    later();
    await reverse(code);
    const { report, entries } = await openThread(world.ctx, seller, code);
    expect(report).toMatchObject({
      waitingOn: "courier",
      due: { at: "2026-11-25T13:00:00.000Z", kind: "pickup" },
    });
    expect(entries.at(-1)?.event).toEqual({ type: "scan_reversed", reason: "salah paket" });
  });

  it("is followed by a true one in the same words", async () => {
    const { parcel, code } = await build();
    await say(parcel.resi, "PICKEDUP");
    later();
    await reverse(code);
    later();
    await say(parcel.resi, "PICKEDUP");
    expect((await openThread(world.ctx, seller, code)).report.resolution).toBe("scan");
  });

  it("does not take along a true one that is heard of only afterwards", async () => {
    const { parcel, code } = await build();
    await say(parcel.resi, "PICKEDUP");
    world.clock.advance(3_600_000);
    await reverse(code);
    later();
    await track(world, "kiriminaja", {
      method: "shipped_packages",
      data: [{ awb: parcel.resi, shipped_at: "2026-11-25T03:30:00Z" }],
    });
    expect((await openThread(world.ctx, seller, code)).report.resolution).toBe("scan");
  });

  it("opens nothing where the order is over", async () => {
    const { parcel, code } = await build();
    await say(parcel.resi, "PICKEDUP");
    later();
    await say(parcel.resi, "CANCELED");
    later();
    await reverse(code);
    expect((await openThread(world.ctx, seller, code)).report.status).toBe("resolved");
  });
});

describe("a mapping that was wrong", () => {
  it("opens again what it had ended, and leaves what another one says", async () => {
    const { parcel, code } = await build();
    await say(parcel.resi, "ZORG");
    const map = (meaning: "cancelled" | "ignored") =>
      mapCode(world.ctx, support, { vocabulary: "everpro", match: "code", value: "ZORG", meaning });
    await map("cancelled");
    expect((await openThread(world.ctx, seller, code)).report.resolution).toBe("final");
    const { mappings } = await listCodes(world.ctx, support);
    await unmapCode(world.ctx, support, { id: mappings[0]?.id ?? "" });
    expect((await openThread(world.ctx, seller, code)).report.status).toBe("open");
  });
});
