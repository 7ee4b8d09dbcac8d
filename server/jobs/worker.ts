import { Logger, run } from "graphile-worker";
import type { AppContext, JobName } from "#app/context.ts";
import { compareProof } from "#app/domain/photos/compare-proof.server.ts";
import { reconcileObjects } from "#app/domain/photos/reconcile-objects.server.ts";
import { recordMoments } from "#app/domain/pickup/record-moments.server.ts";
import type { Pool } from "#db/client.ts";
import type { Logger as Log } from "../log.ts";

type Task = (ctx: AppContext, payload: never) => Promise<void>;

/** Each job is a shell over one verb, and may run twice. */
const tasks = {
  "record-moments": recordMoments,
  "compare-proof": compareProof,
  "reconcile-objects": async (ctx: AppContext) => void (await reconcileObjects(ctx)),
} satisfies Record<JobName, Task>;

/** Once an hour on one process of all, and once at the start for the hours that nobody was there. */
const crontab = "17 * * * * reconcile-objects ?fill=1d&max=1&jobKey=reconcile-objects";

const quiet = (log: Log) =>
  new Logger(() => (level, message) => {
    if (level === "error" || level === "warning") log.warn({ worker: level }, message);
  });

/** @param pool works as `app_jobs`, the owner of the queue's tables. */
export async function startWorker(ctx: AppContext, pool: Pool, log: Log) {
  const taskList = Object.fromEntries(
    Object.entries(tasks).map(([name, verb]) => [
      name,
      (payload: unknown) => verb(ctx, payload as never),
    ]),
  );
  const runner = await run({
    pgPool: pool,
    taskList,
    crontab,
    concurrency: 4,
    pollInterval: 2_000,
    noHandleSignals: true,
    logger: quiet(log),
  });
  return { close: () => runner.stop() };
}
