import { once } from "node:events";
import { openPicturePool } from "#storage/pictures/picture-pool.ts";
import { parseEnv } from "./env.ts";
import { openLog } from "./log.ts";
import { openPictureServer } from "./serve-pictures.ts";
import { onSignal } from "./shutdown.ts";

const env = parseEnv();
const log = openLog(env.LOG_LEVEL);
const secret = env.PICTURES_SECRET;
if (!secret) throw new Error("PICTURES_SECRET is missing. See .env.example.");
const onFault = (fault: object) => log.warn({ fault }, "picture process ended");
const pictures = openPicturePool({ children: env.PICTURE_WORKERS, onFault });
await pictures.warm();
const server = openPictureServer({ pictures, secret, log });
server.listen(env.PICTURES_PORT, env.HOST);
await once(server, "listening");
log.info({ port: env.PICTURES_PORT }, "serving pictures");
onSignal(async () => {
  server.close();
  server.closeIdleConnections();
  await pictures.close();
}, log);
