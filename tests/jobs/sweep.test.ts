import { afterAll, afterEach, beforeAll, expect, it, vi } from "vitest";
import { startSweep } from "#server/jobs/sweep.ts";
import { openLog } from "#server/log.ts";
import { buildParcel } from "../factories/parcels.ts";
import { buildActor } from "../factories/people.ts";
import { buildWaitingUpload } from "../factories/uploads.ts";
import { openWorld, type World } from "../support/test-world.ts";

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());
afterEach(() => vi.useRealTimers());

const countMoments = async () =>
  (await world.owner.selectFrom("sla_events").select("id").execute()).length;

it("watches the clocks while photos wait for a store that takes its time", async () => {
  const seller = await buildActor(world, { kind: "seller" });
  await buildParcel(world, { seller: seller.slug });
  await buildWaitingUpload(world, seller);
  const asked = Promise.withResolvers<void>();
  const store = Promise.withResolvers<void>();
  const put = async () => {
    asked.resolve();
    await store.promise;
  };
  vi.useFakeTimers({ toFake: ["setInterval"] });
  const ctx = { ...world.ctx, store: { ...world.store, put } };
  const sweep = startSweep(ctx, { nudge() {} }, openLog("silent"));
  await asked.promise;
  expect(await countMoments()).toBe(0);

  world.clock.advance(7 * 24 * 60 * 60 * 1000);
  try {
    await vi.waitFor(
      async () => {
        vi.advanceTimersByTime(15_000);
        expect(await countMoments()).toBeGreaterThan(0);
      },
      { timeout: 5_000, interval: 50 },
    );
  } finally {
    store.resolve();
    await sweep.close();
  }
});
