import type { Tx } from "#app/context.ts";
import type { ChangePreview, Move } from "#app/contracts/settings-views.ts";
import { type ClockColumns, clockColumns } from "#app/domain/pickup/clock-columns.server.ts";
import { movedClock } from "#app/domain/pickup/moved-clock.server.ts";
import {
  listMovable,
  type MovableRequest,
  type MovedClock,
  type RuleScope,
} from "#db/queries/moves.ts";
import { rulesReader } from "./rules-reader.server.ts";

const SHOWN = 12;

export type FoundMoves = {
  preview: ChangePreview;
  clocks: MovedClock[];
  /** Late already: only the marketplace's cancelling moves. */
  cancels: { id: string; at: Date | null }[];
};

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

/** A late parcel has its verdict; one that would be late by now keeps its deadline. Both may still be cancelled later. */
function keepDeadline(found: FoundMoves, row: MovableRequest, clock: ClockColumns, now: Date) {
  const isLate = row.deadline_at !== null && row.deadline_at <= now;
  if (!isLate && time(row.deadline_at) !== time(clock.deadline_at))
    found.preview.kept += row.parcels;
  if (time(row.auto_cancel_at) !== time(clock.auto_cancel_at))
    found.cancels.push({ id: row.id, at: clock.auto_cancel_at });
}

function moveDeadline(found: FoundMoves, row: MovableRequest, clock: ClockColumns) {
  const { preview } = found;
  found.clocks.push(movedClock(row.id, clock));
  if (time(row.deadline_at) === time(clock.deadline_at)) return;
  preview.moved += row.parcels;
  if (preview.moves.length < SHOWN) preview.moves.push(presentMove(row, clock.deadline_at));
}

/** What the rules, as they stand in this transaction, make of the parcels that wait. Nobody becomes late by a change. */
export async function findMoves(tx: Tx, scope: RuleScope, now: Date): Promise<FoundMoves> {
  const rulesOf = rulesReader(tx);
  const found: FoundMoves = {
    preview: { moved: 0, kept: 0, moves: [] },
    clocks: [],
    cancels: [],
  };
  for (const row of await listMovable(tx, scope, now)) {
    const requested = {
      requestedAt: row.requested_at,
      zone: row.zone,
      rescheduledTo: row.rescheduled_to,
    };
    const clock = clockColumns(requested, await rulesOf(row));
    if (isSame(row, clock)) continue;
    const isJudged = [row.deadline_at, clock.deadline_at].some((at) => at !== null && at <= now);
    if (isJudged) keepDeadline(found, row, clock, now);
    else moveDeadline(found, row, clock);
  }
  return found;
}
