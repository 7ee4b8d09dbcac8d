import { z } from "zod";
import type { Clock } from "#app/context.ts";
import { judge } from "./everpro-answer.ts";
import { type Gate, LATER_MS, type Unavailable, unavailable } from "./gate.ts";
import { askPatiently, openPatience, type Sleep } from "./patience.ts";
import type { PlatformHttp } from "./platform-http.ts";

type Options = {
  clientId: string;
  clientSecret: string;
  http: PlatformHttp;
  gate: Gate;
  sleep: Sleep;
  clock: Clock;
};

const DAY_SECONDS = 24 * 60 * 60;
const MARGIN_MS = 5 * 60_000;

const Issued = z.object({
  data: z.object({
    /** Goes into a header as it is. */
    access_token: z.string().regex(/^[\x21-\x7e]+$/),
    expires_in: z.coerce.number().positive().catch(DAY_SECONDS),
  }),
});

/** One token for all calls, renewed by one request before it ends. */
export function openEverproToken({ clientId, clientSecret, http, gate, sleep, clock }: Options) {
  let held: { token: string; renewAt: number } | undefined;
  let renewal: Promise<string | Unavailable> | undefined;

  async function ask() {
    const json = { client_id: clientId, client_secret: clientSecret };
    return judge(await http.ask({ method: "POST", path: "/auth/v1/token", json }));
  }

  async function renew(): Promise<string | Unavailable> {
    const askedAt = clock.now().getTime();
    const answer = await askPatiently({ gate, sleep, patience: openPatience(sleep) }, ask);
    if (answer.kind === "unavailable") return answer;
    if (answer.kind !== "answered") return gate.turnedAway();
    const issued = Issued.safeParse(answer.body).data?.data;
    if (!issued) {
      gate.pause("unreadable", LATER_MS);
      return unavailable("unreadable", LATER_MS);
    }
    const lasts = issued.expires_in * 1000;
    const renewAt = askedAt + lasts - Math.min(MARGIN_MS, lasts / 2);
    held = { token: issued.access_token, renewAt };
    return issued.access_token;
  }

  return {
    async get(): Promise<string | Unavailable> {
      if (held && clock.now().getTime() < held.renewAt) return held.token;
      renewal ??= renew().finally(() => {
        renewal = undefined;
      });
      return renewal;
    },
    /** The latest one without a wait, if there is any. */
    latest: () => held?.token,
    /** The platform no longer takes it. */
    drop(token: string) {
      if (held?.token === token) held = undefined;
    },
  };
}
