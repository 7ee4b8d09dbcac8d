import { resolve } from "node:path";
import { startEmbeddedPostgres } from "#db/embedded.ts";
import { ensureLogin, migrate, urlAs } from "#db/migrate.ts";
import { createServer } from "../create-server.ts";
import type { Env } from "../env.ts";
import { type Logger, openLog } from "../log.ts";
import { openPictures } from "../open-pictures.ts";
import { openStore } from "../open-store.ts";
import { openTracker } from "../open-tracker.ts";
import { settingsWith } from "../settings.ts";
import { onSignal } from "../shutdown.ts";
import { buildPages } from "./build-pages.ts";
import { lockDemo } from "./demo-lock.ts";
import { openDemoSecrets } from "./demo-secrets.ts";
import { explainFailure } from "./explain-failure.ts";
import { removeDemoData } from "./remove-demo-data.ts";
import { requireFreePort } from "./require-free-port.ts";
import { DEMO_SIGN_INS, seedDemo } from "./seed/seed-demo.ts";

const say = (line: string) => console.log(line);

/** A PostgreSQL of our own, unless the environment names one. */
async function openOwner(env: Env, folder: string) {
  const named = env.DATABASE_OWNER_URL ?? env.DATABASE_URL;
  if (named) return { url: named, stop: async () => {} };
  const embedded = await startEmbeddedPostgres({ folder: resolve(folder, "postgres"), say });
  if (embedded.moved)
    say(`PostgreSQL's user cannot reach ${folder}, so its data is in ${embedded.folder}.`);
  return embedded;
}

async function prepareDatabase(ownerUrl: string, secretOf: (name: string) => string) {
  const login = { name: "app_login", password: secretOf("database") };
  await migrate(ownerUrl);
  await ensureLogin(ownerUrl, login);
  return urlAs(ownerUrl, login);
}

function announce(origin: string) {
  say("");
  say(`  Kendala Pick Up is on ${origin}`);
  say("");
  for (const { label, email, password } of DEMO_SIGN_INS)
    say(`  ${label.padEnd(28)}${email.padEnd(30)}${password}`);
  say("");
  say("  Ctrl-C ends it and keeps the data; npm run demo -- --reset starts over.");
}

export type DemoOptions = {
  reset: boolean;
  /** Pages straight from their sources instead of from a build. */
  sources: boolean;
};

/** Ends what was started, last first; a signal in the middle of the start ends just that. */
function openEndings() {
  const endings: (() => Promise<void> | void)[] = [];
  return {
    add: (ending: () => Promise<void> | void) => void endings.push(ending),
    async run() {
      for (const end of endings.splice(0).reverse()) await end();
    },
  };
}

type Endings = ReturnType<typeof openEndings>;

async function fillDatabase(
  env: Env,
  ownerUrl: string,
  secretOf: (name: string) => string,
  log: Logger,
) {
  const databaseUrl = await prepareDatabase(ownerUrl, secretOf);
  const store = await openStore(env, env.APP_SECRET ?? secretOf("app"));
  await seedDemo({ databaseUrl, store, log, say });
  return { databaseUrl, store };
}

async function serve(
  env: Env,
  folder: string,
  { sources }: DemoOptions,
  endings: Endings,
  log: Logger,
) {
  const secretOf = openDemoSecrets(folder);
  const owner = await openOwner(env, folder);
  endings.add(owner.stop);
  const [build, { databaseUrl, store }] = await Promise.all([
    sources ? undefined : buildPages(say),
    fillDatabase(env, owner.url, secretOf, log),
  ]);
  const settings = {
    ...settingsWith(env, { databaseUrl, generatedSecret: secretOf }),
    demoSignIns: DEMO_SIGN_INS,
  };
  const pictures = openPictures(env, log);
  const server = await createServer({
    settings,
    store,
    pictures,
    tracker: openTracker(env, log),
    log,
    build,
  });
  endings.add(server.close);
  // The first photo should not wait for its decoder to start.
  await pictures.warm();
  await server.listen();
  announce(settings.origin);
}

/** Everything from nothing: PostgreSQL, tables, a working day, the pages. Runs until a signal. */
export async function runDemo(env: Env, options: DemoOptions): Promise<void> {
  const folder = resolve(env.DATA_DIR);
  const log = openLog(env.LOG_LEVEL === "info" ? "warn" : env.LOG_LEVEL);
  const endings = openEndings();
  onSignal(endings.run, log);
  try {
    endings.add(lockDemo(folder));
    await requireFreePort(env.PORT, env.HOST);
    if (options.reset) await removeDemoData(env, folder, say);
    await serve(env, folder, options, endings, log);
  } catch (error) {
    console.error(explainFailure(error));
    await endings.run();
    process.exit(1);
  }
}
