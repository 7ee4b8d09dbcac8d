import { RateLimiterMemory } from "rate-limiter-flexible";
import type { Accounts, Clock } from "#app/context.ts";
import { rateLimited, unauthenticated } from "#app/domain/errors.server.ts";
import { type Pool, queriesOn } from "#db/client.ts";
import { findActorByToken } from "#db/queries/sessions.ts";
import type { Auth } from "./auth.ts";
import { readSessionToken } from "./session-token.ts";

type Options = {
  auth: Auth;
  /** Works as `app_auth`. */
  pool: Pool;
  secret: string;
  origin: string;
  clock: Clock;
};

/** Ten wrong tries an account or thirty an address in a quarter of an hour. */
const WINDOW_SECONDS = 15 * 60;

async function spend(limiter: RateLimiterMemory, key: string) {
  try {
    await limiter.consume(key);
  } catch (refusal) {
    const wait = (refusal as { msBeforeNext?: number }).msBeforeNext ?? WINDOW_SECONDS * 1000;
    throw rateLimited(Math.ceil(wait / 1000));
  }
}

export function openAccounts({ auth, pool, secret, origin, clock }: Options): Accounts {
  const db = queriesOn(pool);
  const perAccount = new RateLimiterMemory({ points: 10, duration: WINDOW_SECONDS });
  const perAddress = new RateLimiterMemory({ points: 30, duration: WINDOW_SECONDS });

  async function findActor(cookies: string | null) {
    const token = readSessionToken(cookies, secret, origin.startsWith("https:"));
    return token ? findActorByToken(db, token, clock.now()) : undefined;
  }

  return {
    findActor,
    async signIn({ email, password }, address) {
      const account = email.toLowerCase();
      await spend(perAddress, address);
      await spend(perAccount, account);
      const answer = await auth.api.signInEmail({
        body: { email: account, password },
        headers: new Headers({ origin }),
        asResponse: true,
      });
      if (answer.status >= 500) throw new Error(`better-auth answered ${answer.status}`);
      if (!answer.ok) throw unauthenticated("credentials.wrong");
      await perAccount.delete(account);
      await perAddress.reward(address);
      return answer.headers.getSetCookie();
    },
    async signOut(cookies) {
      const headers = new Headers({ origin, cookie: cookies ?? "" });
      const answer = await auth.api.signOut({ headers, asResponse: true });
      return answer.headers.getSetCookie();
    },
  };
}
