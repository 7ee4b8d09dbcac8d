import { buildCalendar } from "#app/domain/pickup/calendar.server.ts";
import type { PickupPolicy } from "#app/domain/pickup/pickup-policy.server.ts";
import { reckonPickupClock } from "#app/domain/pickup/reckon-pickup-clock.server.ts";
import { openPool, queriesOn } from "#db/client.ts";
import { buildActor } from "../../factories/people.ts";
import { openContext } from "../../support/open-context.ts";
import { silentLog } from "../../support/silent-log.ts";
import { cloneDatabase } from "../../support/test-database.ts";

const SERVICE = "instant";
const COURIER = "idx";

/** A minute of any day, and a share of it until the warning. */
const policyOf = (warnPercent: number): PickupPolicy => ({
  id: `${COURIER}/${SERVICE}`,
  version: 1,
  cutoffMinute: null,
  targetDays: 0,
  openingMinute: 0,
  limit: { kind: "minutes", minutes: 1 },
  operatingDays: [1, 2, 3, 4, 5, 6, 7],
  spans: [],
  jointLeaveCloses: false,
  autoCancelDays: null,
  warnShare: warnPercent / 100,
  warnBeforeMinutes: 0,
});

const insertRules = (owner: ReturnType<typeof queriesOn>, policy: PickupPolicy) =>
  owner
    .insertInto("sla_policies")
    .values({
      courier_id: COURIER,
      service_kind: SERVICE,
      province: null,
      valid_from: new Date(0),
      cutoff_local: null,
      opening_local: "00:00",
      limit_days: null,
      limit_local: null,
      limit_minutes: 1,
      operating_days: [...policy.operatingDays],
      auto_cancel_days: null,
      warn_percent: policy.warnShare * 100,
      warn_before_minutes: 0,
      source: "chaos",
      withdrawn_at: null,
      withdrawn_by_name: null,
    })
    .execute();

type Options = { clusterUrl: string; warnPercent: number; plant?: string };

/** A database of its own with a rule of a minute, and a seller who books on it. */
export async function openScene({ clusterUrl, warnPercent, plant }: Options) {
  const database = await cloneDatabase(clusterUrl);
  const pool = openPool({ url: database.ownerUrl, max: 3, onError: () => {} });
  const owner = queriesOn(pool);
  const policy = policyOf(warnPercent);
  await insertRules(owner, policy);
  await pool.query("delete from calendar_days");
  if (plant === "no-conflict")
    await pool.query(
      "alter table sla_events drop constraint sla_events_parcel_id_clock_kind_due_at_key",
    );
  const { ctx, pool: own } = openContext({ url: database.url, max: 10, log: silentLog() });
  const seller = await buildActor({ ctx, owner }, { kind: "seller" });
  const calendar = buildCalendar([]);
  return {
    ctx,
    owner,
    seller,
    url: database.url,
    /** Past the app, for the judge. */
    pool,
    wanted: { seller: seller.slug, courier: COURIER, service: SERVICE } as const,
    reckon(requestedAt: Date) {
      const clock = reckonPickupClock({ requestedAt, zone: "Asia/Jakarta" }, policy, calendar);
      return { warn: clock.warnAt, due: clock.deadline };
    },
    async close() {
      await own.end();
      await pool.end();
      await database.drop();
    },
  };
}

export type Scene = Awaited<ReturnType<typeof openScene>>;
