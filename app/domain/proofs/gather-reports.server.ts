import { randomUUID } from "node:crypto";
import type { AppContext, Tx } from "#app/context.ts";
import type { Actor } from "#app/contracts/parties.ts";
import type { ShareProof } from "#app/contracts/proofs.schema.ts";
import type { LeftOut } from "#app/contracts/proofs.ts";
import { FileReport } from "#app/contracts/reports.schema.ts";
import { factsOf } from "#app/domain/pickup/present-parcel.server.ts";
import { judgeCategory } from "#app/domain/pickup/reckon-category.server.ts";
import { openReport } from "#app/domain/reports/open-report.server.ts";
import { findParcelsByResi, holdParcels, type ParcelRow } from "#db/queries/parcels.ts";
import {
  isCourierServed,
  lockOpenReportsOfParcels,
  type ReportRecord,
} from "#db/queries/reports.ts";
import { shareRules } from "#db/queries/rules.ts";

export type Gathered = { reports: ReportRecord[]; leftOut: LeftOut[] };

/** One hand-over is to one courier: that of most of the resi. */
function courierOf(parcels: ParcelRow[]): string | undefined {
  const counts = new Map<string, number>();
  for (const { courier_id } of parcels) counts.set(courier_id, (counts.get(courier_id) ?? 0) + 1);
  return [...counts].sort(([, one], [, other]) => other - one)[0]?.[0];
}

async function fileScanIssue(
  ctx: AppContext,
  tx: Tx,
  actor: Actor,
  parcel: ParcelRow,
  filing: { batchId: string; served: boolean; clientId: string },
): Promise<ReportRecord> {
  const { batchId, served, clientId } = filing;
  const input = FileReport.parse({ clientId, parcel: [parcel.id], category: "scan_issue" });
  return openReport(ctx, tx, actor, { parcel, batchId, served, input });
}

/**
 * The open report of each resi, or a new one (Pick Up Scan Issue) where its parcel may have one; locked. Held in the
 * order of all: rules, parcels, reports.
 */
export async function gatherReports(
  ctx: AppContext,
  tx: Tx,
  actor: Actor,
  { resi, clientId }: ShareProof,
): Promise<Gathered> {
  await shareRules(tx);
  const ids = (await findParcelsByResi(tx, actor, resi)).map((parcel) => parcel.id);
  await holdParcels(tx, ids);
  // Read again: a scan may have come in while we waited.
  const parcels = await findParcelsByResi(tx, actor, resi);
  const courierId = courierOf(parcels);
  const ours = parcels.filter((parcel) => parcel.courier_id === courierId);
  const known = new Set(parcels.map((parcel) => parcel.resi));
  const leftOut: LeftOut[] = [
    ...resi.filter((one) => !known.has(one)).map((one) => ({ resi: one, why: "unknown" as const })),
    ...parcels
      .filter(
        ({ courier_id, resi }) =>
          courier_id !== courierId && !ours.some((own) => own.resi === resi),
      )
      .map((parcel) => ({ resi: parcel.resi, why: "other_courier" as const })),
  ];
  const reports = await lockOpenReportsOfParcels(
    tx,
    actor,
    ours.map((parcel) => parcel.id),
  );
  const reported = new Set(reports.map((report) => report.parcel_id));
  const filing = {
    batchId: randomUUID(),
    served: await isCourierServed(tx, courierId ?? ""),
    clientId,
  };
  for (const parcel of ours.filter((one) => !reported.has(one.id))) {
    const verdict = judgeCategory("scan_issue", factsOf(parcel), ctx.clock.now());
    if (verdict.allowed) reports.push(await fileScanIssue(ctx, tx, actor, parcel, filing));
    else leftOut.push({ resi: parcel.resi, why: verdict.reason });
  }
  return { reports, leftOut };
}
