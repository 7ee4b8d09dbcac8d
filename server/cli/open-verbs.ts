import { randomBytes } from "node:crypto";
import type { AppContext } from "#app/context.ts";
import { newPhotoKeys } from "#storage/keys.ts";
import { openPicturePool } from "#storage/pictures/picture-pool.ts";
import type { Env } from "../env.ts";
import { jobs } from "../jobs/queue.ts";
import { openLog } from "../log.ts";
import { openStore } from "../open-store.ts";
import { events } from "../realtime/events.ts";
import { openDatabase } from "./explain/open-database.ts";
import { UsageError } from "./usage-error.ts";

/** What a verb needs that a person runs by hand, beside the processes that serve. */
export async function openVerbs(env: Env): Promise<{ ctx: AppContext; close(): Promise<void> }> {
  const { db, close } = await openDatabase(env);
  // Nothing is signed here.
  const store = await openStore(env, randomBytes(32).toString("hex"));
  const pictures = openPicturePool();
  const ctx: AppContext = {
    db,
    store,
    pictures,
    newPhotoKeys,
    keepOriginalsDays: env.KEEP_ORIGINALS_DAYS,
    events,
    jobs,
    intake: { keep: () => Promise.reject(new UsageError("Deliveries come in over HTTP.")) },
    tracker: null,
    clock: { now: () => new Date() },
    // On stdout there is the answer alone.
    log: openLog("silent"),
  };
  return {
    ctx,
    async close() {
      await pictures.close();
      await store.close();
      await close();
    },
  };
}
