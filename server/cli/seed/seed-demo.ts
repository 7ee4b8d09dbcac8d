import { openPool, queriesOn, transactionsOn } from "#db/client.ts";
import type { ObjectStore } from "#storage/object-store.ts";
import type { Logger } from "../../log.ts";
import { seedPeople } from "./people.ts";

export { DEMO_SIGN_INS } from "./people.ts";

type Options = {
  databaseUrl: string;
  store: ObjectStore;
  log: Logger;
  say: (line: string) => void;
};

/** Fills an empty database with a working day, relative to now; does nothing to one that has people. */
export async function seedDemo({ databaseUrl, store, log, say }: Options): Promise<void> {
  const onError = (error: Error) => log.warn({ err: error }, "database connection lost");
  const accounts = openPool({ url: databaseUrl, max: 2, role: "app_auth", onError });
  try {
    const db = queriesOn(accounts);
    const known = await db.selectFrom("users").select("id").limit(1).execute();
    if (known.length > 0) return;
    say("Filling in a working day ...");
    await seedPeople(db);
  } finally {
    await accounts.end();
  }
}
