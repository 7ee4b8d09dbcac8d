import type { AppContext } from "#app/context.ts";
import type { FilingOffer } from "#app/contracts/filing-views.ts";
import type { Actor } from "#app/contracts/parties.ts";
import type { ReportFilters } from "#app/contracts/reports.schema.ts";
import { PAGE_SIZE, type ReportTab, SOON_MS } from "#app/contracts/reports.ts";
import { splitResi } from "#app/contracts/text.schema.ts";
import {
  COUNT_CEILING,
  type CourierView,
  type Page,
  type ReportRow,
  type TabCounts,
} from "#app/contracts/views.ts";
import { listViewers } from "#app/domain/presence/list-viewers.server.ts";
import {
  countReportTabs,
  type ListedReport,
  listCouriersInUse,
  listReports,
  orderOf,
} from "#db/queries/list-reports.ts";
import { readCursor, takePage } from "./list-cursor.server.ts";
import { listOffers } from "./list-offers.server.ts";
import { presentReportRow } from "./present-report-row.server.ts";

export type ReportList = {
  page: Page<ReportRow>;
  counts: TabCounts<ReportTab>;
  couriers: CourierView[];
  offers: FilingOffer[];
};

function sortValue(row: ListedReport, filters: ReportFilters) {
  const order = orderOf(filters);
  if (order === "due") return row.due_at;
  return order === "newest" ? row.filed_at : row.last_entry_at;
}

export async function listReportsPage(
  ctx: AppContext,
  actor: Actor,
  filters: ReportFilters,
): Promise<ReportList> {
  const now = ctx.clock.now();
  const moment = { now, soon: new Date(now.getTime() + SOON_MS) };
  return ctx.db.as(actor, async (tx) => {
    const found = await listReports(tx, actor, {
      ...filters,
      ...moment,
      find: splitResi(filters.q),
      after: readCursor(filters.after),
      limit: PAGE_SIZE,
    });
    const { rows, next } = takePage(found, PAGE_SIZE, (row) => sortValue(row, filters));
    const viewers = await listViewers(
      tx,
      actor,
      rows.map((row) => row.id),
    );
    const counts = await countReportTabs(tx, actor, moment, COUNT_CEILING);
    const couriers = actor.kind === "courier" ? [] : await listCouriersInUse(tx, actor);
    const offers = filters.after ? [] : await listOffers(tx, actor, now);
    const views = rows.map((row) => presentReportRow(row, viewers.get(row.id) ?? []));
    return { page: { rows: views, next }, counts, couriers, offers };
  });
}
