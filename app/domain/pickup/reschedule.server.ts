import type { AppContext, Tx } from "#app/context.ts";
import { moveClocks } from "#db/queries/moves.ts";
import { findRequestClock, setRescheduledTo } from "#db/queries/pickup-requests.ts";
import { clockColumns } from "./clock-columns.server.ts";
import { findRules } from "./find-rules.server.ts";
import { movedClock } from "./moved-clock.server.ts";

/** The seller asked for another day: the clock waits for it. What is late already stays late. */
export async function reschedule(
  ctx: AppContext,
  tx: Tx,
  requestId: string,
  rescheduledTo: Date,
): Promise<void> {
  const now = ctx.clock.now();
  const row = await findRequestClock(tx, requestId);
  if (!row || row.rescheduled_to?.getTime() === rescheduledTo.getTime()) return;
  if (row.deadline_at && row.deadline_at <= now) return;
  const rules = await findRules(tx, {
    courierId: row.courier_id,
    serviceKind: row.service_kind,
    province: row.province,
    at: row.requested_at,
  });
  const time = { requestedAt: row.requested_at, zone: row.zone, rescheduledTo };
  const clock = clockColumns(time, rules);
  if (clock.deadline_at && clock.deadline_at <= now) return;
  await setRescheduledTo(tx, requestId, rescheduledTo);
  await moveClocks(tx, [movedClock(requestId, clock)], now);
}
