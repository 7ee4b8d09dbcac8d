import type { AppContext } from "#app/context.ts";
import type { Actor } from "#app/contracts/parties.ts";
import type { DeliveryFilters } from "#app/contracts/tracking.schema.ts";
import type { DeliveryView } from "#app/contracts/tracking-views.ts";
import type { Page } from "#app/contracts/views.ts";
import { readCursor, takePage } from "#app/domain/reports/list-cursor.server.ts";
import { requireSupport } from "#app/domain/settings/require-admin.server.ts";
import { listDeliveries } from "#db/queries/deliveries.ts";
import { maskBody } from "./mask-people.server.ts";

const PAGE = 30;

type Row = Awaited<ReturnType<typeof listDeliveries>>[number];

const present = (row: Row): DeliveryView => ({
  id: row.id,
  source: row.source,
  kind: row.kind,
  receivedAt: row.received_at.toISOString(),
  workedAt: row.worked_at?.toISOString() ?? null,
  attempts: row.attempts,
  problem: row.problem as DeliveryView["problem"],
  rows: row.row_count,
  unknown: row.unknown_count,
  body: maskBody(row.body),
});

/** What came in, newest first. For CS only. */
export async function listDeliveriesPage(
  ctx: AppContext,
  actor: Actor,
  filters: DeliveryFilters,
): Promise<Page<DeliveryView>> {
  requireSupport(actor);
  return ctx.db.as(actor, async (tx) => {
    const found = await listDeliveries(tx, {
      tab: filters.tab,
      source: filters.source,
      after: readCursor(filters.after),
      limit: PAGE,
    });
    const { rows, next } = takePage(found, PAGE, (row) => row.received_at);
    return { rows: rows.map(present), next };
  });
}
