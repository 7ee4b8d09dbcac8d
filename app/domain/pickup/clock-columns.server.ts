import type { ClockExplanation } from "#app/contracts/clock-views.ts";
import { explainClock } from "./explain-clock.server.ts";
import type { PickupRules } from "./find-rules.server.ts";
import { type PickupTime, reckonPickupClock } from "./reckon-pickup-clock.server.ts";

export type ClockColumns = {
  policy_id: string | null;
  cutoff_at: Date | null;
  warn_at: Date | null;
  deadline_at: Date | null;
  auto_cancel_at: Date | null;
  clock: ClockExplanation | null;
};

const NONE: ClockColumns = {
  policy_id: null,
  cutoff_at: null,
  warn_at: null,
  deadline_at: null,
  auto_cancel_at: null,
  clock: null,
};

const date = (at: number | null) => (at === null ? null : new Date(at));

/** The clock of a pick-up request as its row keeps it. */
export function clockColumns(time: PickupTime, rules: PickupRules | undefined): ClockColumns {
  if (!rules) return NONE;
  const clock = reckonPickupClock(time, rules.policy, rules.calendar);
  return {
    policy_id: rules.policyId,
    cutoff_at: date(clock.cutOff),
    warn_at: date(clock.warnAt),
    deadline_at: date(clock.deadline),
    auto_cancel_at: date(clock.autoCancelAt),
    clock: explainClock(clock, rules.policy, rules.calendar.ends),
  };
}
