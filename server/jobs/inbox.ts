import { setTimeout as sleep } from "node:timers/promises";
import type { AppContext } from "#app/context.ts";
import { applyWaitingTracking } from "#app/domain/tracking/apply-waiting-tracking.server.ts";
import type { Logger } from "../log.ts";

/** A burst of deliveries is answered first: the work waits for so long a pause, */
const PAUSE_MS = 100;
/** but never longer than this for the first of them. */
const PATIENCE_MS = 5_000;

/** Works deliveries soon after they came in; the sweep nudges it too, for what another process left behind. */
export function startInbox(ctx: AppContext, log: Logger) {
  let running: Promise<void> | undefined;
  let nudgedAt = 0;
  let closed = false;

  async function waitForPause() {
    const end = performance.now() + PATIENCE_MS;
    do {
      await sleep(PAUSE_MS);
    } while (!closed && performance.now() - nudgedAt < PAUSE_MS && performance.now() < end);
  }

  async function drain() {
    try {
      for (let began = -1; !closed && nudgedAt > began; ) {
        await waitForPause();
        began = performance.now();
        while (!closed && (await applyWaitingTracking(ctx)) > 0);
      }
    } catch (error) {
      log.error({ err: error }, "inbox not worked");
    } finally {
      running = undefined;
    }
  }

  return {
    nudge() {
      nudgedAt = performance.now();
      if (!closed) running ??= drain();
    },
    async close() {
      closed = true;
      await running;
    },
  };
}
