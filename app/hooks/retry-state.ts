import type { Problem } from "../contracts/errors.ts";
import type { Answer } from "./read-answer.ts";

export type SendError = Pick<Problem, "code" | "params">;

/** Something of this device that is sent until it has arrived. */
export type Retry = {
  /** `refused` waits for the person. */
  state: "waiting" | "refused";
  error: SendError | null;
  attempts: number;
  /** Epoch milliseconds. */
  notBefore: number;
};

export const UNREACHED: SendError = { code: "outbox.unreached", params: {} };
export const BUSY: SendError = { code: "outbox.busy", params: {} };
/** This person sent more than one may in so short a time. */
export const LIMITED: SendError = { code: "outbox.limited", params: {} };
export const SIGNED_OUT: SendError = { code: "outbox.signed_out", params: {} };
export const FRESH: Retry = { state: "waiting", error: null, attempts: 0, notBefore: 0 };

const FIRST_PAUSE_MS = 1_000;
const LONGEST_PAUSE_MS = 60_000;
/** What the server stumbles over again and again must not hold up those behind it. */
const STUMBLES = ["unexpected", "picture.late"];
const MOST_STUMBLES = 5;
const UNTIL_SIGNED_IN = Number.MAX_SAFE_INTEGER;

export type Moment = { now: number; random: number };
export const thisMoment = (): Moment => ({ now: Date.now(), random: Math.random() });

/** What comes next after an answer that is not the one hoped for. */
export function afterFailure(
  before: number,
  answer: Exclude<Answer<unknown>, { type: "given" }>,
  { now, random }: Moment,
): Retry {
  const attempts = before + 1;
  const wait = (error: SendError, notBefore: number): Retry => ({
    ...{ state: "waiting", error, attempts, notBefore },
  });
  const own = Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** Math.min(before, 10));
  // Half of the pause is luck, so that everybody's devices do not come back in the same second.
  const soon = now + (answer.waitMs ? answer.waitMs * (1 + random / 4) : own * (0.5 + random / 2));
  if (answer.type === "unreached") return wait(answer.waitMs ? BUSY : UNREACHED, soon);
  const { kind, code } = answer.problem;
  if (kind === "unauthenticated") return wait(SIGNED_OUT, UNTIL_SIGNED_IN);
  if (kind === "rate_limited") return wait(LIMITED, soon);
  const isStumbling = STUMBLES.includes(code) && attempts >= MOST_STUMBLES;
  if (kind === "unavailable" && !isStumbling) return wait(BUSY, soon);
  return { state: "refused", error: answer.problem, attempts, notBefore: 0 };
}

/** The server itself said to come later: whatever else is sent meanwhile would hear the same. */
export const isPutOff = ({ state, error }: { state: string; error: SendError | null }): boolean =>
  state === "waiting" && (error?.code === BUSY.code || error?.code === LIMITED.code);

/** The network or the session is back. What the server put off stays put off. */
export const mayGoNow = (item: { state: string; error: SendError | null }): boolean =>
  item.state === "waiting" && item.error !== null && !isPutOff(item);
