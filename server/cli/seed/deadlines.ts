import type { Db } from "#app/context.ts";
import type { ServiceKind } from "#app/contracts/services.ts";
import { type PickupPolicy, reckonDeadline } from "#app/domain/pickup/reckon-deadline.server.ts";
import { findHolidays, findPolicy } from "#db/queries/policies.ts";
import type { SeedCourier } from "./hubs.ts";
import type { DeadlineOf } from "./requests.ts";
import { SHOPS } from "./shops.ts";

type Known = { policy: PickupPolicy; operatingDays: number[] };

const COURIERS: SeedCourier[] = ["idx", "sicepat", "jne", "jnt"];
const SERVICES: ServiceKind[] = ["regular", "drop_off"];

/** The pick-up clock as the database has it, asked once: a plan tries hundreds of moments. */
export async function readDeadlines(db: Db, at: Date): Promise<DeadlineOf> {
  const known = new Map<string, Known>();
  const holidays = await db.as("system", async (tx) => {
    for (const courierId of COURIERS)
      for (const serviceKind of SERVICES)
        for (const { slug, points } of Object.values(SHOPS)) {
          const { province } = points[0].origin;
          const row = await findPolicy(tx, { courierId, serviceKind, province, at });
          if (!row) continue;
          const policy = {
            cutoffLocal: row.cutoff_local,
            limitDays: row.limit_days,
            limitLocal: row.limit_local,
            autoCancelDays: row.auto_cancel_days,
          };
          known.set([courierId, serviceKind, slug].join(), {
            policy,
            operatingDays: row.operating_days,
          });
        }
    return findHolidays(tx);
  });
  return ({ courier, service, shop, requestedAt }) => {
    const found = known.get([courier, service, shop.slug].join());
    if (!found) return undefined;
    const calendar = { operatingDays: found.operatingDays, holidays };
    return reckonDeadline(requestedAt, shop.zone, found.policy, calendar).deadlineAt;
  };
}
