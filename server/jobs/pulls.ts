import type { AppContext } from "#app/context.ts";
import { pullDueTracking } from "#app/domain/tracking/pull-due-tracking.server.ts";
import type { Logger } from "../log.ts";

const EVERY_MS = 5_000;

/** Apart from the sweep: a slow platform must not keep a deadline waiting. */
export function startPulls(ctx: AppContext, log: Logger) {
  if (!ctx.tracker) return { close: async () => {} };
  let running: Promise<unknown> | undefined;
  const timer = setInterval(() => {
    running ??= pullDueTracking(ctx)
      .catch((error) => log.error({ err: error }, "tracking not pulled"))
      .finally(() => {
        running = undefined;
      });
  }, EVERY_MS);
  return {
    async close() {
      clearInterval(timer);
      await running;
    },
  };
}
