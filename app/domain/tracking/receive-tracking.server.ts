import { createHash } from "node:crypto";
import type { AppContext } from "#app/context.ts";
import type { TrackingSource } from "#app/contracts/tracking.ts";
import { invalid, unavailable } from "#app/domain/errors.server.ts";

/** Senders give up after five seconds; one that is told to come again loses nothing. */
const ANSWER_MS = 4_500;

/** JSON that PostgreSQL does not take: a number beyond all bounds, or nested too deep. */
const UNSTORABLE = new Set(["22003", "22P02", "22P05", "54001"]);

async function within<T>(milliseconds: number, work: Promise<T>): Promise<T> {
  const { promise, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => reject(unavailable("webhook.slow")), milliseconds);
  try {
    return await Promise.race([work, promise]);
  } finally {
    clearTimeout(timer);
    // A delivery that is kept after all is found by its identity when it comes again.
    work.catch(() => {});
  }
}

type Received = {
  source: TrackingSource;
  /** Storable JSON, as it came. */
  body: string;
  kind?: "webhook" | "pull";
  resi?: string;
};

/** Keeps the delivery as it came, whatever it says, and works later: a slow database costs the sender nothing. */
export async function receiveTracking(
  ctx: AppContext,
  { source, body, kind = "webhook", resi }: Received,
): Promise<{ duplicate: boolean }> {
  const identity = createHash("sha256")
    .update(resi ? `${resi}\n${body}` : body)
    .digest("hex");
  const kept = ctx.intake.keep({
    source,
    identity,
    kind,
    resi: resi ?? null,
    body,
    receivedAt: ctx.clock.now(),
  });
  return within(ANSWER_MS, kept).catch((error) => {
    throw UNSTORABLE.has((error as { code?: string }).code ?? "")
      ? invalid("body.not_json")
      : error;
  });
}
