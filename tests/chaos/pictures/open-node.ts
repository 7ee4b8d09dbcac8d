import { resolve } from "node:path";
import { createServer } from "#server/create-server.ts";
import { openLog } from "#server/log.ts";
import { onSignal } from "#server/shutdown.ts";
import { openPicturePool } from "#storage/pictures/picture-pool.ts";
import { memoryStore } from "../../support/memory-store.ts";
import { type NodeOptions, settingsFor } from "../thread/open-node.ts";

/** The store is not the matter, and would weigh what is stored. */
const forgetfulStore = () => ({ ...memoryStore(), put: async () => {} });

/** The built app as `server/index.ts` opens it. */
export async function openNode(options: NodeOptions, level: "error" | "silent") {
  const log = openLog(level);
  const pictures = openPicturePool();
  const server = await createServer({
    settings: settingsFor(options),
    store: forgetfulStore(),
    pictures,
    log,
    build: resolve("build"),
  });
  await pictures.warm();
  await server.listen();
  onSignal(server.close, log);
  return { stats: () => pictures.stats() };
}
