import { readFile } from "node:fs/promises";
import { normalisePicture } from "#storage/pictures/normalise-picture.ts";
import * as real from "#storage/pictures/picture-pool.ts";

export * from "#storage/pictures/picture-pool.ts";

/** Saves itself the children: each picture is decoded in the process that answers. */
export const openPicturePool: typeof real.openPicturePool = (options) => {
  const pool = real.openPicturePool(options);
  return {
    receive: (data, from) => pool.receive(data, from),
    normalise: async ({ file, sha256 }) => ({
      ...(await normalisePicture(await readFile(file))),
      originalSha256: sha256,
    }),
    readLabels: async () => null,
    warm: () => pool.warm(),
    stats: () => pool.stats(),
    close: () => pool.close(),
  };
};
