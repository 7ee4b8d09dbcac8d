import { inject } from "vitest";
import type { AppContext } from "#app/context.ts";
import { openPool, queriesOn, transactionsOn } from "#db/client.ts";
import { openIntake } from "#db/intake.ts";
import { jobs } from "#server/jobs/queue.ts";
import { events } from "#server/realtime/events.ts";
import { newPhotoKeys } from "#storage/keys.ts";
import { openPicturePool } from "#storage/pictures/picture-pool.ts";
import { memoryStore } from "./memory-store.ts";
import { settableClock } from "./settable-clock.ts";
import { silentLog } from "./silent-log.ts";
import { cloneDatabase } from "./test-database.ts";

/** Wed 25 Nov 2026, 10.00 WIB. */
export const NOW = "2026-11-25T03:00:00.000Z";

/** Everything a verb needs, on a database of its own, without a server around it. */
export async function openWorld() {
  const database = await cloneDatabase(inject("postgresUrl"));
  const pool = openPool({ url: database.url, max: 25, onError: () => {} });
  const owner = openPool({ url: database.ownerUrl, max: 3, onError: () => {} });
  const intake = openPool({ url: database.url, max: 2, role: "app_system", onError: () => {} });
  const bare = openPool({ url: database.url, max: 1, onError: () => {} });
  const clock = settableClock(NOW);
  const store = memoryStore(clock.now);
  const pictures = openPicturePool({ children: 1, waitMs: 20_000, decodeMs: 20_000 });
  const log = silentLog();
  const ctx: AppContext = {
    db: transactionsOn(queriesOn(pool)),
    store,
    pictures,
    newPhotoKeys,
    keepOriginalsDays: 90,
    events,
    jobs,
    intake: openIntake(intake),
    tracker: null,
    clock,
    log,
  };
  return {
    ctx,
    clock,
    store,
    database,
    /** The app's own login on a single connection, before it takes a role. */
    bare: queriesOn(bare),
    /** Past both locks, for what a test must know or plant. */
    owner: queriesOn(owner),
    async close() {
      await pictures.close();
      await pool.end();
      await owner.end();
      await bare.end();
      await database.drop();
    },
  };
}

export type World = Awaited<ReturnType<typeof openWorld>>;
