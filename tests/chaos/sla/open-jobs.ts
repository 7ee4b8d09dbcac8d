import { openPool } from "#db/client.ts";
import { startInbox } from "#server/jobs/inbox.ts";
import { startSweep } from "#server/jobs/sweep.ts";
import { startWorker } from "#server/jobs/worker.ts";
import { openLog } from "#server/log.ts";
import { openContext } from "../../support/open-context.ts";

/**
 * What the server does without anybody asking: its jobs and its sweep.
 * @param onBegin told of every transaction, so that a kill can meet it.
 */
export async function openJobs(url: string, onBegin: () => void) {
  const log = openLog("warn");
  const onError = (error: Error) => log.warn({ err: error }, "database connection lost");
  const { ctx } = openContext({ url, max: 10, log });
  const watched: typeof ctx = {
    ...ctx,
    db: {
      ...ctx.db,
      as: (actor, work) => {
        onBegin();
        return ctx.db.as(actor, work);
      },
    },
  };
  const queue = openPool({ url, max: 6, role: "app_jobs", onError });
  await startWorker(watched, queue, log);
  startSweep(watched, startInbox(watched, log), log);
}
