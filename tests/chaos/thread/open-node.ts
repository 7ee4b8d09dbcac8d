import { resolve } from "node:path";
import { createServer } from "#server/create-server.ts";
import { openLog } from "#server/log.ts";
import type { Settings } from "#server/settings.ts";
import { onSignal } from "#server/shutdown.ts";
import { openPicturePool } from "#storage/pictures/picture-pool.ts";
import { memoryStore } from "../../support/memory-store.ts";
import { SECRET } from "./scene.ts";

export type NodeOptions = {
  databaseUrl: string;
  port: number;
  origin: string;
  /** Milliseconds between "not ready" and the last connection taken. */
  drainNotice?: number;
};

export const settingsFor = ({
  databaseUrl,
  port,
  origin,
  drainNotice = 1_000,
}: NodeOptions): Settings => ({
  production: true,
  port,
  host: "127.0.0.1",
  origin,
  trustProxy: 0,
  databaseUrl,
  databasePool: 12,
  appSecret: SECRET,
  secrets: { platformApiKey: "platform-key-of-the-chaos", tracking: {} },
  csWhatsapp: "6287716144758",
  keepOriginalsDays: 90,
  logLevel: "warn",
  demoSignIns: [],
  drainNotice,
});

/** The built app by the wall clock, as `server/index.ts` opens it. */
export async function openNode(options: NodeOptions) {
  const settings = settingsFor(options);
  const log = openLog(settings.logLevel);
  const server = await createServer({
    settings,
    store: memoryStore(),
    pictures: openPicturePool({ children: 1 }),
    log,
    build: resolve("build"),
  });
  await server.listen();
  onSignal(server.close, log);
}
