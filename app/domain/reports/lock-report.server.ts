import type { Tx } from "#app/context.ts";
import type { Actor } from "#app/contracts/parties.ts";
import { conflict, notFound } from "#app/domain/errors.server.ts";
import { findReportForUpdate, type ReportRecord } from "#db/queries/reports.ts";

/** Outsiders see nothing: the same answer as no such report. */
export async function lockReport(tx: Tx, actor: Actor, code: string): Promise<ReportRecord> {
  const report = await findReportForUpdate(tx, actor, code);
  if (!report) throw notFound();
  return report;
}

export function requireOpen(report: ReportRecord) {
  if (report.status !== "open")
    throw conflict("report.closed", { params: { status: report.status } });
}
