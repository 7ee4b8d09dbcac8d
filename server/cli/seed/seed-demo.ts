import type { Kysely } from "kysely";
import type { AppContext, Db } from "#app/context.ts";
import type { Actor } from "#app/contracts/parties.ts";
import { openPool } from "#db/client.ts";
import { insertDelivery } from "#db/queries/inbox.ts";
import type { Database } from "#db/tables/index.ts";
import { newPhotoKeys } from "#storage/keys.ts";
import type { ObjectStore } from "#storage/object-store.ts";
import { drawParcelPhoto } from "#storage/pictures/draw-parcel.ts";
import { jobs } from "../../jobs/queue.ts";
import type { Logger } from "../../log.ts";
import { settableClock } from "./clock.ts";
import { type Day, live, tell } from "./day.ts";
import { readDeadlines } from "./deadlines.ts";
import { seedHubs } from "./hubs.ts";
import { inOneTransaction } from "./one-transaction.ts";
import { seedPeople } from "./people.ts";
import { type DrawPhoto, openPhotos } from "./photos.ts";
import { planDay } from "./plan.ts";
import { readMost } from "./read-marks.ts";
import { MANIFEST, sharedProofMoments } from "./shared-proof.ts";

export { DEMO_SIGN_INS } from "./people.ts";

type Options = {
  databaseUrl: string;
  store: ObjectStore;
  log: Logger;
  say: (line: string) => void;
  now?: Date;
  draw?: DrawPhoto;
};

/** Nobody listens yet: a thousand notices would be told to no one. */
const events: AppContext["events"] = { publish: async () => {} };

type Scene = Required<Pick<Options, "store" | "log" | "now" | "draw">>;

const isEmpty = async (db: Kysely<Database>) =>
  (await db.selectFrom("users").select("id").limit(1).execute()).length === 0;

async function liveDay(db: Db, people: Map<string, Actor>, { store, log, now, draw }: Scene) {
  const plan = planDay(now, await readDeadlines(db, now));
  const photos = openPhotos(draw, [...plan.photos.map(({ photo }) => photo), MANIFEST]);
  try {
    const clock = settableClock(now);
    const { pictures } = photos;
    const intake: AppContext["intake"] = {
      keep: async (delivery) => ({
        duplicate: !(await db.as("system", (tx) => insertDelivery(tx, delivery))),
      }),
    };
    const ctx: AppContext = {
      db,
      store,
      pictures,
      newPhotoKeys,
      keepOriginalsDays: 90,
      events,
      jobs,
      intake,
      tracker: null,
      clock,
      log,
    };
    const day: Day = {
      ctx,
      actor: (email) => {
        const actor = people.get(email);
        if (!actor) throw new Error(`Nobody has the e-mail ${email}`);
        return actor;
      },
      upload: (actor, photo) => photos.upload(ctx, actor, photo),
      tell: (source, body) => tell(ctx, source, body),
    };
    await live(day, clock, [...plan.moments, ...sharedProofMoments(now)], now);
    await readMost(ctx, [...people.values()]);
  } finally {
    await photos.close();
  }
}

/**
 * Fills an empty database with a working day that ends now, through the doors that the day would have used;
 * does nothing to one that has people. A seed that is killed leaves an empty database.
 */
export async function seedDemo(options: Options): Promise<void> {
  const { databaseUrl, store, log, say, now = new Date(), draw = drawParcelPhoto } = options;
  const onError = (error: Error) => log.warn({ err: error }, "database connection lost");
  // The first statements, which look for people and make them, work as this role; each verb takes its own.
  const pool = openPool({ url: databaseUrl, max: 1, role: "app_auth", onError });
  try {
    await inOneTransaction(pool, async (tx, db) => {
      if (!(await isEmpty(tx))) return;
      say("Filling in a working day ...");
      const people = await seedPeople(tx);
      await seedHubs(db);
      await liveDay(db, people, { store, log, now, draw });
    });
  } finally {
    await pool.end();
  }
}
