import type { AppContext, Log } from "#app/context.ts";
import { openPool, queriesOn, transactionsOn } from "#db/client.ts";
import { openIntake } from "#db/intake.ts";
import { jobs } from "#server/jobs/queue.ts";
import { events } from "#server/realtime/events.ts";
import { newPhotoKeys } from "#storage/keys.ts";
import { openPicturePool } from "#storage/pictures/picture-pool.ts";
import { memoryStore } from "./memory-store.ts";

type Options = { url: string; max: number; log: Log };

/** What verbs get from the server, by the wall clock. */
export function openContext({ url, max, log }: Options) {
  const onError = (error: Error) => log.warn({ err: error }, "database connection lost");
  const pool = openPool({ url, max, onError });
  const ctx: AppContext = {
    db: transactionsOn(queriesOn(pool)),
    store: memoryStore(),
    pictures: openPicturePool(),
    newPhotoKeys,
    keepOriginalsDays: 90,
    events,
    jobs,
    intake: openIntake(openPool({ url, max: 2, role: "app_system", onError })),
    tracker: null,
    clock: { now: () => new Date() },
    log,
  };
  return { ctx, pool };
}
