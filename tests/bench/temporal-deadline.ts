import { Temporal } from "temporal-polyfill";
import type { ServiceKind, TimeZone } from "#app/contracts/services.ts";
import { HOLIDAYS } from "#db/migrations/reference/holidays.ts";
import { DEFAULT_POLICIES, type PolicySeed } from "#db/migrations/reference/pickup-policies.ts";

type DayRule = {
  cutoff: Temporal.PlainTime | null;
  target: number;
  days: number;
  at: Temporal.PlainTime;
  operatingDays: ReadonlySet<number>;
};

const holidays = new Set(
  HOLIDAYS.flatMap(([date, , kind]) => (kind === "libur_nasional" ? [date] : [])),
);

function ruleOf(seed: PolicySeed): [ServiceKind, DayRule][] {
  if ("minutes" in seed.limit) return [];
  return [
    [
      seed.service as ServiceKind,
      {
        cutoff: seed.cutoff === null ? null : Temporal.PlainTime.from(seed.cutoff),
        target: seed.target,
        days: seed.limit.days,
        at: Temporal.PlainTime.from(seed.limit.at),
        operatingDays: new Set(seed.operatingDays),
      },
    ],
  ];
}

const rules = new Map(DEFAULT_POLICIES.flatMap(ruleOf));

export const DAY_SERVICES: readonly ServiceKind[] = [...rules.keys()];

const isOpen = (date: Temporal.PlainDate, rule: DayRule) =>
  rule.operatingDays.has(date.dayOfWeek) && !holidays.has(date.toString() as never);

function addOpenDays(from: Temporal.PlainDate, count: number, rule: DayRule) {
  let date = from;
  for (let left = count; left > 0; ) {
    date = date.add({ days: 1 });
    if (isOpen(date, rule)) left -= 1;
  }
  return date;
}

/** The deadline alone, as one would write it with Temporal: cut-off, then day by day. Epoch milliseconds. */
export function temporalDeadline(service: ServiceKind, zone: TimeZone, requestedAt: Date): number {
  const rule = rules.get(service);
  if (!rule) throw new Error(`${service} is not limited by days`);
  const local = Temporal.Instant.fromEpochMilliseconds(requestedAt.getTime()).toZonedDateTimeISO(
    zone,
  );
  const date = local.toPlainDate();
  const isBefore =
    rule.cutoff === null || Temporal.PlainTime.compare(local.toPlainTime(), rule.cutoff) < 0;
  const counted = isBefore && isOpen(date, rule) ? date : addOpenDays(date, 1, rule);
  const last = addOpenDays(counted, rule.target + rule.days, rule);
  return last.toZonedDateTime({ timeZone: zone, plainTime: rule.at }).epochMilliseconds;
}
