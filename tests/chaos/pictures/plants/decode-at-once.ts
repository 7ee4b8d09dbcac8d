import * as real from "#storage/pictures/picture-pool.ts";

export * from "#storage/pictures/picture-pool.ts";

/** As long as a decoder in JavaScript takes. */
const DECODE_MS = 700;

/** Decodes with a library that needs no other process, and lets nobody else do anything meanwhile. */
export const openPicturePool: typeof real.openPicturePool = (options) => {
  const pool = real.openPicturePool(options);
  return {
    receive: (data, from) => pool.receive(data, from),
    normalise: async (picture) => {
      const end = performance.now() + DECODE_MS;
      while (performance.now() < end);
      return pool.normalise(picture);
    },
    readLabels: (picture) => pool.readLabels(picture),
    warm: () => pool.warm(),
    stats: () => pool.stats(),
    close: () => pool.close(),
  };
};
