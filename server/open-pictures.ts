import { openPicturePool, type PicturePool } from "#storage/pictures/picture-pool.ts";
import { openRemotePictures } from "#storage/pictures/remote-pictures.ts";
import type { Env } from "./env.ts";
import type { Logger } from "./log.ts";

/** In children of this process, or in the process that `PICTURES_URL` names. */
export function openPictures(env: Env, log: Logger): PicturePool {
  const { PICTURES_URL: url, PICTURES_SECRET: secret } = env;
  if (url && secret) return openRemotePictures({ url, secret });
  const onFault = (fault: object) => log.warn({ fault }, "picture process ended");
  return openPicturePool({ children: env.PICTURE_WORKERS, onFault });
}
