import { resolve } from "node:path";
import type { Clock } from "#app/context.ts";
import { openPool, queriesOn } from "#db/client.ts";
import { hashPassword } from "#server/accounts/auth.ts";
import { createServer } from "#server/create-server.ts";
import { openLog } from "#server/log.ts";
import type { Settings } from "#server/settings.ts";
import type { ObjectStore } from "#storage/object-store.ts";
import { openPicturePool } from "#storage/pictures/picture-pool.ts";
import { findFreePort } from "./free-port.ts";
import { memoryStore } from "./memory-store.ts";
import { cloneDatabase } from "./test-database.ts";

export const PASSWORD = "kata-sandi-uji";
export const KEYS = {
  platform: "platform-key-for-tests",
  everpro: "everpro-key-for-tests",
  kiriminaja: "kiriminaja-key-tests",
  ninja: "ninja-secret-for-tests",
  idx: "idx-secret-for-tests",
};

type Options = { clusterUrl: string; clock: Clock; store?: ObjectStore };

function settingsFor(databaseUrl: string, port: number, origin: string): Settings {
  return {
    production: true,
    port,
    host: "127.0.0.1",
    origin,
    trustProxy: 0,
    drainNotice: 0,
    databaseUrl,
    databasePool: 10,
    appSecret: "a-secret-of-the-tests-only",
    secrets: {
      platformApiKey: KEYS.platform,
      tracking: {
        everpro: KEYS.everpro,
        kiriminaja: KEYS.kiriminaja,
        ninja: KEYS.ninja,
        idx: KEYS.idx,
      },
    },
    csWhatsapp: "6287716144758",
    keepOriginalsDays: 90,
    logLevel: "silent",
    demoSignIns: [],
  };
}

/** One for everybody: a hash is made to take long. */
let hash: Promise<string> | undefined;

/** The built app on a database of its own, with the clock that is handed in. */
export async function openTestServer({ clusterUrl, clock, store: given }: Options) {
  const database = await cloneDatabase(clusterUrl);
  const port = await findFreePort();
  const origin = `http://localhost:${port}`;
  const memory = memoryStore(clock.now);
  const store = given ?? memory;
  const pictures = openPicturePool({ children: 1, waitMs: 20_000, decodeMs: 20_000 });
  const server = await createServer({
    settings: settingsFor(database.url, port, origin),
    store,
    pictures,
    log: openLog("silent"),
    clock,
    build: resolve("build"),
  });
  await server.listen();
  const ownerPool = openPool({ url: database.ownerUrl, max: 3, onError: () => {} });
  const owner = queriesOn(ownerPool);
  return {
    ctx: server.ctx,
    clock,
    /** Unless another store was given. */
    store: memory,
    origin,
    port,
    database,
    owner,
    /** Gives a person made by a factory a password. @returns their e-mail. */
    async letSignIn(userId: string): Promise<string> {
      hash ??= hashPassword(PASSWORD);
      const password = await hash;
      await owner
        .insertInto("accounts")
        .values({ user_id: userId, account_id: userId, provider_id: "credential", password })
        .execute();
      const user = await owner
        .selectFrom("users")
        .select("email")
        .where("id", "=", userId)
        .executeTakeFirstOrThrow();
      return user.email;
    },
    async close() {
      await server.close();
      await ownerPool.end();
      await database.drop();
    },
  };
}

export type TestServer = Awaited<ReturnType<typeof openTestServer>>;

/** The cookie header of a person who has just signed in over HTTP. */
export async function signIn(server: TestServer, userId: string): Promise<string> {
  const email = await server.letSignIn(userId);
  const answer = await fetch(`${server.origin}/sign-in`, {
    method: "POST",
    redirect: "manual",
    headers: { origin: server.origin },
    body: new URLSearchParams({ email, password: PASSWORD, next: "/" }),
  });
  if (answer.status !== 302)
    throw new Error(`Sign-in answered ${answer.status}: ${await answer.text()}`);
  return answer.headers
    .getSetCookie()
    .map((cookie) => cookie.split(";")[0])
    .join("; ");
}
