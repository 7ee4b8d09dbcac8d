import type { ClockExplanation } from "#app/contracts/clock-views.ts";
import type { PickupPolicy } from "./pickup-policy.server.ts";
import type { PickupClock } from "./reckon-pickup-clock.server.ts";

const iso = (at: number) => new Date(at).toISOString();

/** The clock as it is kept and shown. */
export const explainClock = (
  clock: PickupClock,
  policy: Pick<PickupPolicy, "id" | "version">,
  calendarEnds: string | null,
): ClockExplanation => ({
  policy: { id: policy.id, version: policy.version },
  calendarEnds,
  windowStart: iso(clock.windowStart),
  cutOff: clock.cutOff === null ? null : iso(clock.cutOff),
  warnAt: iso(clock.warnAt),
  deadline: iso(clock.deadline),
  autoCancelAt: clock.autoCancelAt === null ? null : iso(clock.autoCancelAt),
  stretches: clock.stretches.map(({ from, to, reason, name }) => ({
    from: iso(from),
    to: iso(to),
    counts: reason === "counted",
    reason,
    name,
  })),
});
