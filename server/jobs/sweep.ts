import type { AppContext } from "#app/context.ts";
import { passDueDisputes } from "#app/domain/disputes/pass-due-disputes.server.ts";
import { placeHeldObjects } from "#app/domain/photos/place-held-objects.server.ts";
import { recordMoments } from "#app/domain/pickup/record-moments.server.ts";
import { recordReplyMoments } from "#app/domain/reports/record-reply-moments.server.ts";
import { passDueInstructions } from "#app/domain/threads/pass-due-instructions.server.ts";
import type { Logger } from "../log.ts";

const EVERY_MS = 15_000;

type Verb = (ctx: AppContext) => Promise<void>;

/** What has to happen on time, one after the other. */
const TIMELY: Verb[] = [recordMoments, recordReplyMoments, passDueInstructions, passDueDisputes];
/** Takes as long as its store does, after a day away perhaps minutes: no clock may stand still meanwhile. */
const PATIENT: Verb[] = [placeHeldObjects];

/** What must happen on time does not hang on a job alone. Two processes may sweep at once: each verb locks what it changes. */
export function startSweep(ctx: AppContext, inbox: { nudge(): void }, log: Logger) {
  /** One that fails must not keep the others from their turn. */
  async function attempt(verb: Verb) {
    try {
      await verb(ctx);
    } catch (error) {
      log.error({ err: error, verb: verb.name }, "sweep failed");
    }
  }
  const rounds = [TIMELY, PATIENT].map((verbs) => openRound(verbs, attempt));
  function sweep() {
    inbox.nudge();
    for (const round of rounds) round.start();
  }
  const timer = setInterval(sweep, EVERY_MS);
  sweep();
  return {
    async close() {
      clearInterval(timer);
      await Promise.all(rounds.map((round) => round.over()));
    },
  };
}

/** One round at a time: where the last one is not over, none is started. */
function openRound(verbs: Verb[], attempt: (verb: Verb) => Promise<void>) {
  let running: Promise<void> | undefined;
  async function run() {
    for (const verb of verbs) await attempt(verb);
    running = undefined;
  }
  return {
    start() {
      running ??= run();
    },
    async over() {
      await running;
    },
  };
}
