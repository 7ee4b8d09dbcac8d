import { randomUUID } from "node:crypto";
import type { AppContext, Tx } from "#app/context.ts";
import type { Actor } from "#app/contracts/parties.ts";
import type { FileReport } from "#app/contracts/reports.schema.ts";
import { forbidden, invalid } from "#app/domain/errors.server.ts";
import { requireUploads } from "#app/domain/photos/attach-uploads.server.ts";
import { factsOf } from "#app/domain/pickup/present-parcel.server.ts";
import { judgeCategory } from "#app/domain/pickup/reckon-category.server.ts";
import { sayIn } from "#app/domain/threads/post-message.server.ts";
import { findParcelsById, holdParcels, type ParcelRow } from "#db/queries/parcels.ts";
import type { UploadRecord } from "#db/queries/photos.ts";
import { rememberPickupPoint } from "#db/queries/pickup-points.ts";
import { findOpenReportOfParcel, isCourierServed } from "#db/queries/reports.ts";
import { shareRules } from "#db/queries/rules.ts";
import { lockReport } from "./lock-report.server.ts";
import { openReport } from "./open-report.server.ts";

/** `landed`: the parcel had an open report already, and this is it. */
export type FiledReport = { code: string; resi: string; landed: boolean };

/** A missing parcel and somebody else's get the same answer. */
async function requireParcels(tx: Tx, actor: Actor, ids: string[]): Promise<ParcelRow[]> {
  const wanted = [...new Set(ids)];
  const rows = await findParcelsById(tx, actor, wanted);
  if (rows.length !== wanted.length)
    throw invalid("resi.unknown", { fields: { parcel: "resi.unknown" } });
  if (new Set(rows.map((row) => row.pickup_request_id)).size > 1) {
    throw invalid("filing.one_request", { fields: { parcel: "filing.one_request" } });
  }
  return rows;
}

function requireEvidence(input: FileReport, uploads: UploadRecord[]) {
  const proven = uploads.some((upload) => upload.purpose === "handover");
  if (input.category !== "scan_issue" || proven) return;
  throw invalid("evidence.handover_required", {
    fields: { photo_handover: "evidence.handover_required" },
  });
}

function requirePossible(row: ParcelRow, input: FileReport, now: Date) {
  const verdict = judgeCategory(input.category, factsOf(row), now);
  if (verdict.allowed) return;
  throw invalid("category.refused", {
    params: {
      reason: verdict.reason,
      resi: row.resi,
      unlocksAt: verdict.unlocksAt ?? "",
      zone: row.zone,
    },
    fields: { category: `refusal.${verdict.reason}` },
  });
}

/** Nothing that was typed or uploaded is lost: it goes into the thread that is there. */
async function addToOpenReport(
  ctx: AppContext,
  tx: Tx,
  actor: Actor,
  code: string,
  input: FileReport,
) {
  const report = await lockReport(tx, actor, code);
  if (input.body !== "" || input.upload.length > 0)
    await sayIn(ctx, tx, actor, report, input, "everyone");
}

/**
 * Files a report for each parcel of one pick-up request. One open report per parcel: who comes second
 * lands in the first one, whatever category they chose. All are filed or none.
 */
export async function fileReports(
  ctx: AppContext,
  actor: Actor,
  input: FileReport,
): Promise<FiledReport[]> {
  if (actor.kind !== "seller") throw forbidden("report.sellers_only");
  return ctx.db.as(actor, async (tx) => {
    await shareRules(tx);
    await holdParcels(
      tx,
      (await requireParcels(tx, actor, input.parcel)).map((parcel) => parcel.id),
    );
    // Read again: a scan may have come in while we waited.
    const parcels = await requireParcels(tx, actor, input.parcel);
    const uploads = await requireUploads(tx, actor, input.upload);
    const served = await isCourierServed(tx, parcels[0]?.courier_id ?? "");
    const batchId = randomUUID();
    const filed: FiledReport[] = [];
    for (const parcel of parcels) {
      const open = await findOpenReportOfParcel(tx, actor, parcel.id);
      if (open) {
        await addToOpenReport(ctx, tx, actor, open.code, input);
        filed.push({ code: open.code, resi: parcel.resi, landed: true });
        continue;
      }
      requirePossible(parcel, input, ctx.clock.now());
      requireEvidence(input, uploads);
      const report = await openReport(ctx, tx, actor, { parcel, batchId, served, input });
      filed.push({ code: report.code, resi: parcel.resi, landed: false });
    }
    await rememberPickupPoint(
      tx,
      actor,
      parcels[0]?.pickup_point_id ?? "",
      input.readiness,
      ctx.clock.now(),
    );
    return filed;
  });
}
