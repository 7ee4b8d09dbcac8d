import type { AppContext, Tx } from "#app/context.ts";
import { appendEntry } from "#app/domain/threads/append-entry.server.ts";
import { holderInDispute } from "#app/domain/threads/holder-in-dispute.server.ts";
import { holderFor } from "#app/domain/threads/next-turn.server.ts";
import { unsettlePromises } from "#app/domain/threads/settle-promises.server.ts";
import { wakeInstructions } from "#db/queries/instructions.ts";
import {
  findEndedByTrackingForUpdate,
  findOpenReportOfParcelForUpdate,
  updateReport,
} from "#db/queries/reports.ts";
import { passTurn, takeTurn } from "./pass-turn.server.ts";
import { refreshDue } from "./refresh-due.server.ts";

/**
 * What ended the problem is withdrawn: so is the end. A report that somebody has opened meanwhile is told,
 * and is the courier's to answer.
 */
export async function reopenByReversal(
  ctx: AppContext,
  tx: Tx,
  parcelId: string,
  reason: string,
): Promise<void> {
  await unsettlePromises(ctx, tx, parcelId);
  const open = await findOpenReportOfParcelForUpdate(tx, parcelId);
  const report = open ?? (await findEndedByTrackingForUpdate(tx, parcelId));
  if (!report) return;
  const holder = await holderInDispute(tx, report, holderFor("courier", report.courier_served));
  if (open) await passTurn(ctx, tx, report, holder);
  else
    await updateReport(tx, report.id, {
      status: "open",
      resolution: null,
      resolved_at: null,
      track_at: ctx.clock.now(),
      ...(await takeTurn(ctx, tx, report, holder)),
    });
  await wakeInstructions(tx, report.id);
  await refreshDue(tx, report);
  await appendEntry(ctx, tx, report, {
    audience: "everyone",
    kind: "event",
    author: "system",
    event: { type: "scan_reversed", reason },
    line: { kind: "event", side: "system", event: "scan_reversed" },
  });
}
