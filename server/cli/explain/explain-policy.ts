import type { ServiceKind, TimeZone } from "#app/contracts/services.ts";
import { explainClock } from "#app/domain/pickup/explain-clock.server.ts";
import { explainInZone, type ZonedExplanation } from "#app/domain/pickup/explain-in-zone.server.ts";
import { reckonPickupClock } from "#app/domain/pickup/reckon-pickup-clock.server.ts";
import { SEEDED_CALENDAR, seededPolicy } from "#app/domain/pickup/seeded-rules.server.ts";

/** On the seeded defaults, without a database and without any courier's own rules. */
export function explainPolicy(
  service: ServiceKind,
  zone: TimeZone,
  requestedAt: Date,
): ZonedExplanation {
  const policy = seededPolicy(service);
  const clock = reckonPickupClock({ requestedAt, zone }, policy, SEEDED_CALENDAR);
  return explainInZone(requestedAt, zone, explainClock(clock, policy, SEEDED_CALENDAR.ends));
}
