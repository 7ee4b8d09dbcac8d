import type { Judgement } from "./everpro-answer.ts";
import { type Gate, LATER_MS, type Unavailable, unavailable } from "./gate.ts";
import type { Pace } from "./pace.ts";

const RETRIES = 2;
const PATIENCE_MS = 2_000;
const BACK_OFF_MS = 500;

export type Sleep = (ms: number) => Promise<unknown>;

export type Patience = ReturnType<typeof openPatience>;

/** How often and how long one call may wait and ask again. */
export function openPatience(sleep: Sleep) {
  let rest = PATIENCE_MS;
  let retries = 0;

  async function sitOut(ms: number): Promise<boolean> {
    if (ms > rest) return false;
    rest -= ms;
    await sleep(ms);
    return true;
  }

  return {
    sitOut,
    /** @param asked milliseconds that the platform itself asked for: the gate's pause sees to those. */
    async retry(asked: number | undefined): Promise<boolean> {
      if (retries === RETRIES) return false;
      const backOff = Math.random() * BACK_OFF_MS * 2 ** retries;
      retries += 1;
      return asked === undefined ? sitOut(backOff) : true;
    },
  };
}

type Way = { gate: Gate; pace?: Pace; patience: Patience; sleep: Sleep };

/** Undefined: one request may go out, now. A turn that a pause spoils is forfeit, so that the pace holds after it. */
async function waitForWay({ gate, pace, patience, sleep }: Way): Promise<Unavailable | undefined> {
  for (;;) {
    const broken = gate.whileBroken();
    if (broken) return broken;
    const paused = gate.whilePaused();
    if (paused) {
      const short = paused.reason === "overloaded" && (await patience.sitOut(paused.retryAfter));
      if (!short) return paused;
      continue;
    }
    const turn = pace?.takeTurn() ?? { taken: true, wait: 0 };
    if (!turn.taken) return unavailable("overloaded", turn.wait);
    if (turn.wait > 0) await sleep(turn.wait);
    if (!gate.whilePaused()) return gate.enter();
  }
}

/** Asks until there is an answer or the patience of the call is spent, and tells the gate how each request went. */
export async function askPatiently(
  way: Way,
  ask: () => Promise<Judgement>,
): Promise<Exclude<Judgement, { kind: "failed" }> | Unavailable> {
  const { gate, patience } = way;
  for (;;) {
    const refusal = await waitForWay(way);
    if (refusal) return refusal;
    const judgement = await ask();
    if (judgement.kind !== "failed") {
      gate.succeeded();
      return judgement;
    }
    const { reason, passing, retryAfter } = judgement;
    gate.failed(reason, retryAfter);
    if (!passing) return unavailable(reason, LATER_MS);
    const broken = gate.whileBroken();
    const soonest = Math.max(retryAfter ?? 2 * BACK_OFF_MS, broken?.retryAfter ?? 0);
    if (broken || !(await patience.retry(retryAfter))) return unavailable(reason, soonest);
  }
}
