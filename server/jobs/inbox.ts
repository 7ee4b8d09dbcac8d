import type { AppContext } from "#app/context.ts";
import { applyWaitingTracking } from "#app/domain/tracking/apply-waiting-tracking.server.ts";
import type { Logger } from "../log.ts";

/** Works deliveries soon after they came in; the sweep nudges it too, for what another process left behind. */
export function startInbox(ctx: AppContext, log: Logger) {
  let running: Promise<void> | undefined;
  let again = false;
  let closed = false;

  async function drain() {
    try {
      do {
        again = false;
        while (!closed && (await applyWaitingTracking(ctx)) > 0);
      } while (again && !closed);
    } catch (error) {
      log.error({ err: error }, "inbox not worked");
    } finally {
      running = undefined;
    }
  }

  return {
    nudge() {
      again = true;
      if (!closed) running ??= drain();
    },
    async close() {
      closed = true;
      await running;
    },
  };
}
