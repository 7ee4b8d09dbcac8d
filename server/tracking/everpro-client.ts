import { setTimeout as timer } from "node:timers/promises";
import type { Clock, Log, PulledTracking, TrackingPull } from "#app/context.ts";
import { judge } from "./everpro-answer.ts";
import { openEverproToken } from "./everpro-token.ts";
import { LATER_MS, openGate, unavailable } from "./gate.ts";
import { openPace } from "./pace.ts";
import { askPatiently, openPatience, type Patience } from "./patience.ts";
import { openPlatformHttp } from "./platform-http.ts";

type Options = {
  baseUrl: string;
  clientId: string;
  clientSecret: string;
  /** Of tracking; tokens are asked for one at a time and do not wait behind it. */
  requestsPerSecond: number;
  timeoutMs?: number;
  clock: Clock;
  sleep?: (ms: number, signal: AbortSignal) => Promise<unknown>;
  log: Log;
};

/** A timer may ring a millisecond early by the wall clock. */
const sleepOnTimer = (ms: number, signal: AbortSignal) => timer(ms + 1, undefined, { signal });

/** Empty, or a step in a path where it should be a name. */
const cannotBeResi = (resi: string) => /^\.{0,2}$/.test(resi) || !resi.isWellFormed();

export function openEverproClient({
  baseUrl,
  clientId,
  clientSecret,
  requestsPerSecond,
  timeoutMs = 5_000,
  clock,
  sleep: sleepUntilClosed = sleepOnTimer,
  log,
}: Options): TrackingPull & { close(): void } {
  const http = openPlatformHttp({ baseUrl, timeoutMs, clock });
  const gate = openGate({ platform: "everpro", clock, log });
  const pace = openPace(requestsPerSecond, clock);
  const closed = new AbortController();
  const sleep = (ms: number) => sleepUntilClosed(ms, closed.signal);

  const tokens = openEverproToken({ clientId, clientSecret, http, gate, sleep, clock });

  async function askWithToken(path: string, patience: Patience) {
    const token = await tokens.get();
    if (typeof token !== "string") return token;
    let shown = token;
    const answer = await askPatiently({ gate, pace, patience, sleep }, async () => {
      shown = tokens.latest() ?? token;
      const headers = { authorization: `Bearer ${shown}` };
      return judge(await http.ask({ method: "GET", path, headers }));
    });
    if (answer.kind === "unauthorised") tokens.drop(shown);
    return answer;
  }

  async function track(resi: string): Promise<PulledTracking> {
    if (cannotBeResi(resi)) return { kind: "not_found" };
    closed.signal.throwIfAborted();
    const path = `/shipment/v1/orders/${encodeURIComponent(resi)}/track`;
    const patience = openPatience(sleep);
    let answer = await askWithToken(path, patience);
    if (answer.kind === "unauthorised") answer = await askWithToken(path, patience);
    if (answer.kind === "unauthorised") return gate.turnedAway();
    if (answer.kind === "answered") return { kind: "found", body: answer.body };
    return answer.kind === "declined" ? unavailable("refused", LATER_MS) : answer;
  }

  return {
    async track(resi) {
      try {
        return await track(resi);
      } catch (error) {
        if (closed.signal.aborted) return unavailable("refused", LATER_MS);
        throw error;
      }
    },
    close() {
      closed.abort();
      http.close();
    },
  };
}
