import type { PersonView } from "#app/contracts/thread-views.ts";
import type { ReportRow } from "#app/contracts/views.ts";
import { finite } from "#app/domain/pickup/present-parcel.server.ts";
import type { ListedReport } from "#db/queries/list-reports.ts";
import type { ReportRecord } from "#db/queries/reports.ts";

export function presentDue(row: Pick<ReportRecord, "due_at" | "due_kind">): ReportRow["due"] {
  const at = finite(row.due_at);
  return at && row.due_kind ? { at: at.toISOString(), kind: row.due_kind } : null;
}

export const presentReportRow = (row: ListedReport, present: PersonView[]): ReportRow => ({
  id: row.id,
  code: row.code,
  resi: row.resi,
  sellerName: row.seller_name,
  courier: { id: row.courier_id, name: row.courier_name },
  originCity: row.origin_city,
  zone: row.zone,
  category: row.category_reckoned,
  status: row.status,
  resolution: row.resolution,
  waitingOn: row.waiting_on,
  waitingSince: row.waiting_since.toISOString(),
  stage: row.stage,
  due: presentDue(row),
  filedAt: row.filed_at.toISOString(),
  lastEntryAt: row.last_entry_at.toISOString(),
  lastLine: row.last_line,
  unread: row.unread,
  present,
});
