import { resolve } from "node:path";
import { createServer } from "#server/create-server.ts";
import { openLog } from "#server/log.ts";
import { onSignal } from "#server/shutdown.ts";
import { openPicturePool } from "#storage/pictures/picture-pool.ts";
import { settingsFor } from "../thread/open-node.ts";
import { dyingStore } from "./dying-store.ts";
import { openStoreAt } from "./open-place.ts";

const { place, plant, ...options } = JSON.parse(process.argv[2] ?? "{}");

// An exit would first wait for a log that nobody reads any more.
process.on("disconnect", () => process.kill(process.pid, "SIGKILL"));
const { store, arm } = dyingStore(await openStoreAt(place), {
  isLazy: plant === "ready-before-object",
});
process.on("message", ({ phase }: { phase: Parameters<typeof arm>[0] }) => arm(phase));

const settings = settingsFor(options);
const log = openLog(settings.logLevel);
const pictures = openPicturePool({ children: 1, waitMs: 5_000 });
const server = await createServer({ settings, store, pictures, log, build: resolve("build") });
await server.listen();
onSignal(server.close, log);
process.send?.("ready");
