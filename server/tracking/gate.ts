import type { Clock, Log, PulledTracking } from "#app/context.ts";

export type Unavailable = Extract<PulledTracking, { kind: "unavailable" }>;
type Reason = Unavailable["reason"];

const FAILURES_IN_A_ROW = 5;
const FIRST_BACK_OFF_MS = 1_000;
const LONGEST_BACK_OFF_MS = 5 * 60_000;
/** For what would fail in the same way at once again. */
export const LATER_MS = 60_000;

export const unavailable = (reason: Reason, retryAfter: number): Unavailable => ({
  kind: "unavailable",
  reason,
  retryAfter: Math.ceil(retryAfter),
});

type Span = { from: number; lasts: number; reason: Reason };

/** A clock that was set back ends the span. */
function restOf(span: Span | undefined, now: number) {
  if (!span || now < span.from) return 0;
  return Math.max(0, span.from + span.lasts - now);
}

export type Gate = ReturnType<typeof openGate>;

/** Whether a platform may be asked: not while its circuit is broken, nor in a pause that it asked for. */
export function openGate({ platform, clock, log }: { platform: string; clock: Clock; log: Log }) {
  const now = () => clock.now().getTime();
  let failures = 0;
  let broken: Span | undefined;
  let probing = false;
  let pause: Span | undefined;

  function whileBroken(): Unavailable | undefined {
    if (!broken) return undefined;
    const rest = restOf(broken, now());
    if (rest > 0) return unavailable(broken.reason, rest);
    return probing ? unavailable(broken.reason, FIRST_BACK_OFF_MS) : undefined;
  }

  function whilePaused(): Unavailable | undefined {
    const rest = restOf(pause, now());
    return pause && rest > 0 ? unavailable(pause.reason, rest) : undefined;
  }

  function pauseFor(reason: Reason, lasts: number) {
    if (restOf(pause, now()) < lasts) pause = { from: now(), lasts, reason };
  }

  return {
    whileBroken,
    whilePaused,
    pause: pauseFor,
    /** It does not take what we prove ourselves with, and asking on would look like guessing. */
    turnedAway(): Unavailable {
      if (!whilePaused()) log.warn({ platform }, "tracking platform does not take our credentials");
      pauseFor("unauthorised", LATER_MS);
      return unavailable("unauthorised", LATER_MS);
    },
    /** To be asked right before a request: the first one after a back-off is the probe, alone. */
    enter(): Unavailable | undefined {
      const refusal = whileBroken();
      if (!refusal && broken) probing = true;
      return refusal;
    },
    succeeded() {
      if (broken) log.info({ platform }, "tracking platform answers again");
      failures = 0;
      broken = undefined;
      probing = false;
    },
    /** @param retryAfter milliseconds, where the platform itself said when to come back. */
    failed(reason: Reason, retryAfter: number | undefined) {
      if (retryAfter !== undefined) {
        pauseFor(reason, retryAfter);
        if (!probing) return;
      }
      failures += 1;
      // Requests that were under way when the circuit broke do not lengthen its back-off.
      if (broken ? !probing : failures < FAILURES_IN_A_ROW) return;
      const lasts = Math.min(broken ? broken.lasts * 2 : FIRST_BACK_OFF_MS, LONGEST_BACK_OFF_MS);
      broken = { from: now(), lasts, reason };
      probing = false;
      log.warn({ platform, reason, backOff: lasts }, "tracking platform is not asked for a while");
    },
  };
}
