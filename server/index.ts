import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { createServer } from "./create-server.ts";
import { parseEnv } from "./env.ts";
import { openLog } from "./log.ts";
import { openPictures } from "./open-pictures.ts";
import { openStore } from "./open-store.ts";
import { openTracker } from "./open-tracker.ts";
import { requireModestLogin } from "./require-modest-login.ts";
import { settingsFrom } from "./settings.ts";
import { onSignal } from "./shutdown.ts";

const env = parseEnv();
const settings = settingsFrom(env);
const log = openLog(settings.logLevel);
const build = resolve("build");
if (!existsSync(build)) throw new Error("There is no build. Run npm run build first.");
await requireModestLogin(settings.databaseUrl);
const store = await openStore(env, settings.appSecret);
const pictures = openPictures(env, log);
const tracker = openTracker(env, log);
const server = await createServer({ settings, store, pictures, tracker, log, build });
// The first photo should not wait for its decoder to start.
await pictures.warm();
const port = await server.listen();
log.info({ port, origin: settings.origin }, "serving");
onSignal(server.close, log);
