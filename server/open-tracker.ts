import type { Log, TrackingPull } from "#app/context.ts";
import type { Env } from "./env.ts";
import { openEverproClient } from "./tracking/everpro-client.ts";

/** The Everpro interface of the environment; null where none is set up. */
export function openTracker(env: Env, log: Log): (TrackingPull & { close(): void }) | null {
  const { EVERPRO_API_URL, EVERPRO_CLIENT_ID, EVERPRO_CLIENT_SECRET } = env;
  if (!EVERPRO_API_URL || !EVERPRO_CLIENT_ID || !EVERPRO_CLIENT_SECRET) return null;
  return openEverproClient({
    baseUrl: EVERPRO_API_URL,
    clientId: EVERPRO_CLIENT_ID,
    clientSecret: EVERPRO_CLIENT_SECRET,
    requestsPerSecond: env.EVERPRO_REQUESTS_PER_SECOND,
    clock: { now: () => new Date() },
    log,
  });
}
