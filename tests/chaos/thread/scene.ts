import { createHmac, randomUUID } from "node:crypto";
import { sql } from "kysely";
import type { Actor } from "#app/contracts/parties.ts";
import { openPool, queriesOn } from "#db/client.ts";
import { buildPickupRequest, newResi } from "../../factories/parcels.ts";
import { buildActor } from "../../factories/people.ts";
import { buildReport } from "../../factories/reports.ts";
import { openContext } from "../../support/open-context.ts";
import { silentLog } from "../../support/silent-log.ts";
import { cloneDatabase } from "../../support/test-database.ts";

const COURIER = "idx";
const DAY_MS = 86_400_000;

export const SECRET = "a-secret-of-the-chaos-only";

/** One person before one thread. */
export type Seat = { actor: Actor; cookie: string; code: string };

/** Signed as the sign-in page would; two hundred passwords would take longer than the run. */
const cookieOf = (token: string) => {
  const signature = createHmac("sha256", SECRET).update(token).digest("base64");
  return `pickup.session_token=${encodeURIComponent(`${token}.${signature}`)}`;
};

type Options = { clusterUrl: string; threads: number; people: number };
type Scenery = Awaited<ReturnType<typeof openPlace>>;

async function openPlace(clusterUrl: string) {
  const database = await cloneDatabase(clusterUrl);
  const pool = openPool({ url: database.ownerUrl, max: 4, onError: () => {} });
  const owner = queriesOn(pool);
  const { ctx, pool: own } = openContext({ url: database.url, max: 8, log: silentLog() });
  return { database, pool, owner, ctx, own };
}

async function signIn({ owner }: Scenery, actor: Actor): Promise<string> {
  const token = randomUUID();
  const expires_at = new Date(Date.now() + DAY_MS);
  const row = { token, user_id: actor.userId, expires_at, active_organization_id: null };
  await owner.insertInto("sessions").values(row).execute();
  return cookieOf(token);
}

/** Half of a thread's people are the seller's, then couriers; the last one is CS. */
async function castThread(place: Scenery, seller: Actor, code: string, people: number) {
  const seats: Seat[] = [];
  for (let n = 0; n < people; n += 1) {
    const actor =
      n % 2 === 0
        ? await buildActor(place, { kind: "seller", organisationId: seller.organisationId })
        : await buildActor(
            place,
            n === people - 1 ? { kind: "support" } : { kind: "courier", courierId: COURIER },
          );
    seats.push({ actor, cookie: await signIn(place, actor), code });
  }
  return seats;
}

/** A database of its own with reports, and people signed in who sit before them. */
export async function openScene({ clusterUrl, threads, people }: Options) {
  const place = await openPlace(clusterUrl);
  const { database, pool, owner, ctx, own } = place;
  const seller = await buildActor(place, { kind: "seller" });
  const parcels = await buildPickupRequest(place, {
    seller: seller.slug,
    courier: COURIER,
    requestedAt: new Date(Date.now() - 2 * DAY_MS).toISOString(),
    resi: Array.from({ length: threads }, newResi),
  });
  const seats: Seat[] = [];
  for (const parcel of parcels) {
    const code = await buildReport(place, seller, parcel.id);
    seats.push(...(await castThread(place, seller, code, people)));
  }
  // What autovacuum does within a minute; a plan made without statistics is not the app's.
  await sql`analyze`.execute(owner);
  return {
    ctx,
    owner,
    /** Past the app, for the judge. */
    pool,
    seller,
    seats,
    codes: [...new Set(seats.map((seat) => seat.code))],
    database,
    /** For nodes that trust their own memory of what was sent. */
    dropDedupe: () => pool.query("drop index entries_client"),
    async close() {
      await own.end();
      await pool.end();
      await database.drop();
    },
  };
}
