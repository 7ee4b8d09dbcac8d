import type { AppContext } from "#app/context.ts";
import { recordMoments } from "#app/domain/pickup/record-moments.server.ts";
import { recordReplyMoments } from "#app/domain/reports/record-reply-moments.server.ts";
import type { Logger } from "../log.ts";

const EVERY_MS = 15_000;

/** What must happen on time does not hang on a job alone. Two processes may sweep at once: each verb locks what it changes. */
export function startSweep(ctx: AppContext, inbox: { nudge(): void }, log: Logger) {
  let running: Promise<void> = Promise.resolve();
  let busy = false;
  async function sweep() {
    if (busy) return;
    busy = true;
    try {
      await recordMoments(ctx);
      await recordReplyMoments(ctx);
      inbox.nudge();
    } catch (error) {
      log.error({ err: error }, "sweep failed");
    } finally {
      busy = false;
    }
  }
  const timer = setInterval(() => {
    running = sweep();
  }, EVERY_MS);
  running = sweep();
  return {
    async close() {
      clearInterval(timer);
      await running;
    },
  };
}
