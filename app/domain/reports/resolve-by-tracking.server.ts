import type { AppContext, Tx } from "#app/context.ts";
import { appendEntry } from "#app/domain/threads/append-entry.server.ts";
import { settlePromises } from "#app/domain/threads/settle-promises.server.ts";
import type { FoldedStage } from "#app/domain/tracking/fold-stage.server.ts";
import { findOpenReportOfParcelForUpdate, updateReport } from "#db/queries/reports.ts";
import { closeReport } from "./close-report.server.ts";

/** `wasOver`: the pick-up was over before this news, so an open report was opened again by somebody who knows. */
type News = FoldedStage & { wasOver: boolean };

const minutesBetween = (from: Date, to: Date) =>
  Math.max(0, Math.floor((to.getTime() - from.getTime()) / 60_000));

/**
 * The first custody scan ends the problem, and so does the end of the order; later ones end nothing again.
 * A failed attempt inside the limit makes Belum into Gagal.
 */
export async function resolveByTracking(
  ctx: AppContext,
  tx: Tx,
  parcelId: string,
  now: News,
): Promise<void> {
  if (now.custodyAt && !now.wasOver) await settlePromises(ctx, tx, parcelId, now.custodyAt);
  const report = await findOpenReportOfParcelForUpdate(tx, parcelId);
  if (!report) return;
  if (now.wasOver || (!now.custodyAt && !now.finalAt)) {
    if (
      now.failedAt &&
      report.category_reckoned === "belum_pickup" &&
      report.category_by === "rule"
    ) {
      await updateReport(tx, report.id, { category_reckoned: "gagal_pickup" });
    }
    return;
  }
  const scannedAt = now.custodyAt ?? now.finalAt;
  const by = now.custodyAt ? "scan" : "final";
  await appendEntry(ctx, tx, report, {
    audience: "everyone",
    kind: "event",
    author: "system",
    event: {
      type: "resolved",
      by,
      stage: now.stage,
      scannedAt: scannedAt?.toISOString() ?? null,
      minutes: now.custodyAt && minutesBetween(report.filed_at, now.custodyAt),
    },
    line: { kind: "event", side: "system", event: "resolved" },
  });
  await closeReport(ctx, tx, report, { status: "resolved", resolution: by });
}
