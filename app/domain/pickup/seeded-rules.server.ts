import type { ServiceKind } from "#app/contracts/services.ts";
import { HOLIDAYS } from "#db/migrations/reference/holidays.ts";
import { DEFAULT_POLICIES } from "#db/migrations/reference/pickup-policies.ts";
import { buildCalendar } from "./calendar.server.ts";
import type { PickupPolicy } from "./pickup-policy.server.ts";
import { readPolicy } from "./read-policy.server.ts";

/** National holidays closed, joint leave open, no courier's own hours. */
export const SEEDED_CALENDAR = buildCalendar(
  HOLIDAYS.map(([date, name, kind]) => ({ date, name, kind, spans: [], isSpecial: false })),
);

/** The default of that service, as a new database has it. */
export function seededPolicy(service: ServiceKind): PickupPolicy {
  const seed = DEFAULT_POLICIES.find((one) => one.service === service);
  if (!seed) throw new Error(`No default policy for ${service}`);
  const { limit } = seed;
  return readPolicy({
    courier_id: null,
    service_kind: service,
    province: null,
    version: 1,
    cutoff_local: seed.cutoff,
    opening_local: "08:00",
    target_days: seed.target,
    limit_days: "days" in limit ? limit.days : null,
    limit_local: "days" in limit ? limit.at : null,
    limit_minutes: "minutes" in limit ? limit.minutes : null,
    operating_days: seed.operatingDays,
    spans: [],
    joint_leave_closes: false,
    auto_cancel_days: seed.autoCancelDays,
    warn_percent: 80,
    warn_before_minutes: seed.warnBeforeMinutes,
  });
}
