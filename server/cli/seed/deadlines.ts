import type { Db } from "#app/context.ts";
import type { ServiceKind } from "#app/contracts/services.ts";
import { findRules, type PickupRules } from "#app/domain/pickup/find-rules.server.ts";
import { reckonPickupClock } from "#app/domain/pickup/reckon-pickup-clock.server.ts";
import type { SeedCourier } from "./hubs.ts";
import type { DeadlineOf } from "./requests.ts";
import { SHOPS } from "./shops.ts";

const COURIERS: SeedCourier[] = ["idx", "sicepat", "jne", "jnt"];
const SERVICES: ServiceKind[] = ["regular", "drop_off"];

/** The pick-up clock as the database has it, asked once: a plan tries hundreds of moments. */
export async function readDeadlines(db: Db, at: Date): Promise<DeadlineOf> {
  const known = new Map<string, PickupRules>();
  await db.as("system", async (tx) => {
    for (const courierId of COURIERS)
      for (const serviceKind of SERVICES)
        for (const { slug, points } of Object.values(SHOPS)) {
          const { province } = points[0].origin;
          const rules = await findRules(tx, { courierId, serviceKind, province, at });
          if (rules) known.set([courierId, serviceKind, slug].join(), rules);
        }
  });
  return ({ courier, service, shop, requestedAt }) => {
    const rules = known.get([courier, service, shop.slug].join());
    if (!rules) return undefined;
    const time = { requestedAt, zone: shop.zone };
    return new Date(reckonPickupClock(time, rules.policy, rules.calendar).deadline);
  };
}
