import { setTimeout as sleep } from "node:timers/promises";
import * as client from "#db/client.ts";

export * from "#db/client.ts";

/** Longer than an answer takes to leave. */
const COMMIT_LATER_MS = 40;

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
