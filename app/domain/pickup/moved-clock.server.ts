import type { MovedClock } from "#db/queries/moves.ts";
import type { ClockColumns } from "./clock-columns.server.ts";

const iso = (at: Date | null) => at?.toISOString() ?? null;

/** The new columns of a pick-up request whose clock moves. */
export const movedClock = (id: string, clock: ClockColumns): MovedClock => ({
  id,
  policy_id: clock.policy_id,
  cutoff_at: iso(clock.cutoff_at),
  warn_at: iso(clock.warn_at),
  deadline_at: iso(clock.deadline_at),
  auto_cancel_at: iso(clock.auto_cancel_at),
  clock: clock.clock,
});
