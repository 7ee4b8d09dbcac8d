import type { AppContext } from "#app/context.ts";
import type { Actor } from "#app/contracts/parties.ts";
import type { StuckFilters } from "#app/contracts/reports.schema.ts";
import { PAGE_SIZE, SOON_MS, type StuckTab } from "#app/contracts/reports.ts";
import type { StuckRow } from "#app/contracts/stuck-views.ts";
import { splitResi } from "#app/contracts/text.schema.ts";
import {
  COUNT_CEILING,
  type CourierView,
  type Page,
  type TabCounts,
} from "#app/contracts/views.ts";
import { forbidden } from "#app/domain/errors.server.ts";
import { finite } from "#app/domain/pickup/present-parcel.server.ts";
import { readCursor, takePage } from "#app/domain/reports/list-cursor.server.ts";
import { countStuckTabs, type ListedStuck, listStuck } from "#db/queries/list-stuck.ts";
import { listCouriersAwaited } from "#db/queries/parcels.ts";
import { stuckReason } from "./stuck-reason.server.ts";

export type StuckBoard = {
  page: Page<StuckRow>;
  counts: TabCounts<StuckTab>;
  couriers: CourierView[];
};

function presentReport(row: ListedStuck): StuckRow["report"] {
  if (
    !row.report_id ||
    !row.code ||
    !row.category_reckoned ||
    !row.waiting_on ||
    !row.waiting_since ||
    !row.last_line
  ) {
    return null;
  }
  return {
    id: row.report_id,
    code: row.code,
    category: row.category_reckoned,
    waitingOn: row.waiting_on,
    waitingSince: row.waiting_since.toISOString(),
    lastLine: row.last_line,
    unread: Math.max(0, row.unread),
  };
}

function reasonOf(row: ListedStuck, deadlineAt: Date | null, now: Date) {
  const promiseEndedAt =
    row.due_kind === "promise" && row.due_at !== null ? finite(row.due_at) : row.promise_ended_at;
  const report = row.waiting_on &&
    row.waiting_since && {
      scanIssue: row.category_reckoned === "scan_issue",
      waitingOn: row.waiting_on,
      waitingSince: row.waiting_since,
      courierServed: row.courier_served ?? true,
      promiseEndedAt,
    };
  return stuckReason({ deadlineAt, failedAt: row.failed_at, report }, now);
}

function presentRow(row: ListedStuck, now: Date): StuckRow {
  const deadlineAt = finite(row.deadline_at);
  return {
    parcelId: row.id,
    resi: row.resi,
    sellerName: row.seller_name,
    courier: { id: row.courier_id, name: row.courier_name },
    originCity: row.city,
    zone: row.zone,
    serviceKind: row.service_kind,
    stage: row.stage,
    requestedAt: row.requested_at.toISOString(),
    deadlineAt: deadlineAt?.toISOString() ?? null,
    reason: reasonOf(row, deadlineAt, now),
    report: presentReport(row),
  };
}

/** What waits for a courier and should not, nearest deadline first, reported or not. For CS only. */
export async function listStuckPage(
  ctx: AppContext,
  actor: Actor,
  filters: StuckFilters,
): Promise<StuckBoard> {
  if (actor.kind !== "support") throw forbidden("board.support_only");
  const now = ctx.clock.now();
  const moment = { now, soon: new Date(now.getTime() + SOON_MS) };
  return ctx.db.as(actor, async (tx) => {
    const found = await listStuck(tx, actor, {
      ...filters,
      ...moment,
      find: splitResi(filters.q),
      after: readCursor(filters.after),
      limit: PAGE_SIZE,
    });
    const { rows, next } = takePage(found, PAGE_SIZE, (row) => row.deadline_at);
    const counts = await countStuckTabs(tx, actor, moment, COUNT_CEILING);
    const couriers = await listCouriersAwaited(tx, actor);
    return { page: { rows: rows.map((row) => presentRow(row, now)), next }, counts, couriers };
  });
}
