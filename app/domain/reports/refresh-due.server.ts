import type { Tx } from "#app/context.ts";
import { findDeadlineOfParcel, type ReportRecord, updateReport } from "#db/queries/reports.ts";
import { findStandingPromise } from "#db/queries/threads.ts";

/** What an open report is due for next: the standing promise, else the pick-up deadline. */
export async function refreshDue(tx: Tx, report: ReportRecord): Promise<void> {
  const promise = await findStandingPromise(tx, report.id);
  const deadline = await findDeadlineOfParcel(tx, report.parcel_id);
  const due = promise ?? deadline;
  const kind = promise ? "promise" : "pickup";
  await updateReport(tx, report.id, {
    deadline_at: deadline,
    due_at: due,
    due_kind: due instanceof Date ? kind : null,
  });
}
