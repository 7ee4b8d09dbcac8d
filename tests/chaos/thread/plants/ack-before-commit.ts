import { setTimeout as sleep } from "node:timers/promises";
import * as client from "#db/client.ts";

export * from "#db/client.ts";

/** So long that most moments have an answer without its commit. */
const COMMIT_LATER_MS = 150;

/** Hands out what the work gave while its transaction is still open. */
export const transactionsOn: typeof client.transactionsOn = (db) => {
  const real = client.transactionsOn(db);
  return {
    ...real,
    as: (actor, work) =>
      new Promise((resolve, reject) => {
        const done = real.as(actor, async (tx) => {
          resolve(await work(tx));
          await sleep(COMMIT_LATER_MS);
        });
        done.catch(reject);
      }),
  };
};
