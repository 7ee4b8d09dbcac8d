import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { AppContext, PulledTracking } from "#app/context.ts";
import type { Actor } from "#app/contracts/parties.ts";
import { openThread } from "#app/domain/threads/open-thread.server.ts";
import { applyWaitingTracking } from "#app/domain/tracking/apply-waiting-tracking.server.ts";
import { pullDueTracking } from "#app/domain/tracking/pull-due-tracking.server.ts";
import { buildParcel } from "../../factories/parcels.ts";
import { buildActor } from "../../factories/people.ts";
import { buildReport } from "../../factories/reports.ts";
import { NOW, openWorld, type World } from "../../support/test-world.ts";

let world: World;
let seller: Actor & { slug: string };
beforeAll(async () => {
  world = await openWorld();
  seller = await buildActor(world, { kind: "seller" });
  await buildActor(world, { kind: "courier", courierId: "idx" });
});
afterAll(() => world.close());

async function build() {
  world.clock.set(NOW);
  const parcel = await buildParcel(world, { seller: seller.slug });
  const code = await buildReport(world, seller, parcel.id);
  return { parcel, code };
}

function withAnswers(answer: (resi: string) => PulledTracking): {
  ctx: AppContext;
  asked: string[];
} {
  const asked: string[] = [];
  const tracker = {
    track: async (resi: string) => {
      asked.push(resi);
      return answer(resi);
    },
  };
  return { ctx: { ...world.ctx, tracker }, asked };
}

const history = (rows: { date: string; status: string }[]) => ({
  status_code: 200,
  data: { tracking_code: "PICKEDUP" },
  tracking_history: rows.map((row) => ({ ...row, description: "" })),
});

describe("asking the platform", () => {
  it("takes the history with its own times, and says when it was asked last", async () => {
    const { parcel, code } = await build();
    const { ctx, asked } = withAnswers(() => ({
      kind: "found",
      body: history([
        { date: "2026-11-25 08:15:00", status: "PICKEDUP" },
        { date: "2026-11-24 09:05:00", status: "WAITING" },
      ]),
    }));
    await pullDueTracking(ctx);
    await applyWaitingTracking(ctx);
    expect(asked).toContain(parcel.resi);
    const { report, timeline } = await openThread(world.ctx, seller, code);
    expect(report.resolution).toBe("scan");
    expect(timeline.checkedAt).toBe(NOW);
    expect(timeline.marks.map((mark) => mark.at)).toContain("2026-11-25T01:15:00.000Z");
    await pullDueTracking(ctx);
    expect(asked.filter((resi) => resi === parcel.resi)).toHaveLength(1);
  });

  it("does not say that it was asked where no answer came, and asks again when it may", async () => {
    const { parcel, code } = await build();
    const { ctx, asked } = withAnswers(() => ({
      kind: "unavailable",
      reason: "overloaded",
      retryAfter: 120_000,
    }));
    await pullDueTracking(ctx);
    expect((await openThread(world.ctx, seller, code)).timeline.checkedAt).toBeNull();
    world.clock.advance(119_000);
    await pullDueTracking(ctx);
    world.clock.advance(2_000);
    await pullDueTracking(ctx);
    expect(asked.filter((resi) => resi === parcel.resi)).toHaveLength(2);
  });

  it("keeps a history with letters that cannot be stored, and does not let one answer stop another", async () => {
    const first = await build();
    const second = await build();
    const { ctx } = withAnswers((resi) => {
      if (resi === first.parcel.resi) throw new Error("the line broke");
      return {
        kind: "found",
        body: history([{ date: "2026-11-24 10:00:00", status: "FAILED PICKUP\u0000\ud800" }]),
      };
    });
    await pullDueTracking(ctx);
    await applyWaitingTracking(ctx);
    const { report } = await openThread(world.ctx, seller, second.code);
    expect(report.parcel.stage).toBe("pickup_failed");
  });

  it("is left alone where no platform is set up", async () => {
    await build();
    expect(await pullDueTracking(world.ctx)).toBe(0);
  });
});
