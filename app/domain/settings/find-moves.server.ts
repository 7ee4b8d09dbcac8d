import type { Tx } from "#app/context.ts";
import type { ChangePreview, Move } from "#app/contracts/settings-views.ts";
import { type ClockColumns, clockColumns } from "#app/domain/pickup/clock-columns.server.ts";
import { findRules, type PickupRules } from "#app/domain/pickup/find-rules.server.ts";
import { movedClock } from "#app/domain/pickup/moved-clock.server.ts";
import {
  listMovable,
  type MovableRequest,
  type MovedClock,
  type RuleScope,
} from "#db/queries/moves.ts";

const SHOWN = 12;

/** The rules that now stand for each kind of request; a policy is that of the request's own time. */
function rulesCache(tx: Tx) {
  const known = new Map<string, Promise<PickupRules | undefined>>();
  return async (row: MovableRequest) => {
    const at = row.requested_at;
    const key = [row.courier_id, row.service_kind, row.province, at.getTime()].join();
    const found =
      known.get(key) ??
      findRules(tx, {
        courierId: row.courier_id,
        serviceKind: row.service_kind,
        province: row.province,
        at,
      });
    known.set(key, found);
    return found;
  };
}

const time = (at: Date | null) => at?.getTime() ?? null;

const isSame = (row: MovableRequest, clock: ClockColumns) =>
  time(row.deadline_at) === time(clock.deadline_at) &&
  time(row.warn_at) === time(clock.warn_at) &&
  time(row.auto_cancel_at) === time(clock.auto_cancel_at);

const presentMove = (row: MovableRequest, to: Date | null): Move => ({
  requestId: row.id,
  sellerName: row.seller_name,
  courierName: row.courier_name,
  zone: row.zone,
  parcels: row.parcels,
  resi: row.resi ?? "",
  from: row.deadline_at?.toISOString() ?? null,
  to: to?.toISOString() ?? null,
});

/**
 * What the rules, as they stand in this transaction, make of the parcels that wait. Nobody becomes late by a
 * change: who would be keeps the deadline there was.
 */
export async function findMoves(
  tx: Tx,
  scope: RuleScope,
  now: Date,
): Promise<{ preview: ChangePreview; clocks: MovedClock[] }> {
  const rulesOf = rulesCache(tx);
  const preview: ChangePreview = { moved: 0, kept: 0, moves: [] };
  const clocks: MovedClock[] = [];
  for (const row of await listMovable(tx, scope, now)) {
    const requested = {
      requestedAt: row.requested_at,
      zone: row.zone,
      rescheduledTo: row.rescheduled_to,
    };
    const clock = clockColumns(requested, await rulesOf(row));
    if (isSame(row, clock)) continue;
    if (clock.deadline_at && clock.deadline_at <= now) {
      preview.kept += row.parcels;
      continue;
    }
    clocks.push(movedClock(row.id, clock));
    if (time(row.deadline_at) === time(clock.deadline_at)) continue;
    preview.moved += row.parcels;
    if (preview.moves.length < SHOWN) preview.moves.push(presentMove(row, clock.deadline_at));
  }
  return { preview, clocks };
}
