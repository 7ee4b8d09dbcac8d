import type { AppContext, Tx } from "#app/context.ts";
import { appendEntry } from "#app/domain/threads/append-entry.server.ts";
import { holderFor } from "#app/domain/threads/next-turn.server.ts";
import { findResolvedByScanForUpdate, updateReport } from "#db/queries/reports.ts";
import { takeTurn } from "./pass-turn.server.ts";
import { refreshDue } from "./refresh-due.server.ts";

/** The scan that ended the problem is withdrawn: so is the end. */
export async function reopenByReversal(
  ctx: AppContext,
  tx: Tx,
  parcelId: string,
  reason: string,
): Promise<void> {
  const report = await findResolvedByScanForUpdate(tx, parcelId);
  if (!report) return;
  const holder = holderFor("courier", report.courier_served);
  await updateReport(tx, report.id, {
    status: "open",
    resolution: null,
    resolved_at: null,
    ...(await takeTurn(ctx, tx, report, holder)),
  });
  await refreshDue(tx, report);
  await appendEntry(ctx, tx, report, {
    audience: "everyone",
    kind: "event",
    author: "system",
    event: { type: "scan_reversed", reason },
    line: { kind: "event", side: "system", event: "scan_reversed" },
  });
}
