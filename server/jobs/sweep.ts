import type { AppContext } from "#app/context.ts";
import { passDueDisputes } from "#app/domain/disputes/pass-due-disputes.server.ts";
import { placeHeldObjects } from "#app/domain/photos/place-held-objects.server.ts";
import { recordMoments } from "#app/domain/pickup/record-moments.server.ts";
import { recordReplyMoments } from "#app/domain/reports/record-reply-moments.server.ts";
import { passDueInstructions } from "#app/domain/threads/pass-due-instructions.server.ts";
import type { Logger } from "../log.ts";

const EVERY_MS = 15_000;

/** What must happen on time does not hang on a job alone. Two processes may sweep at once: each verb locks what it changes. */
export function startSweep(ctx: AppContext, inbox: { nudge(): void }, log: Logger) {
  let running: Promise<void> | undefined;

  /** One that fails must not keep the others from their turn. */
  async function attempt(verb: (ctx: AppContext) => Promise<void>) {
    try {
      await verb(ctx);
    } catch (error) {
      log.error({ err: error, verb: verb.name }, "sweep failed");
    }
  }
  async function sweep() {
    inbox.nudge();
    await attempt(recordMoments);
    await attempt(recordReplyMoments);
    await attempt(passDueInstructions);
    await attempt(passDueDisputes);
    await attempt(placeHeldObjects);
    running = undefined;
  }
  const timer = setInterval(() => {
    running ??= sweep();
  }, EVERY_MS);
  running = sweep();
  return {
    async close() {
      clearInterval(timer);
      await running;
    },
  };
}
