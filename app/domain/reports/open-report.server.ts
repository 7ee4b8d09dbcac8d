import type { AppContext, Tx } from "#app/context.ts";
import type { Actor } from "#app/contracts/parties.ts";
import type { FileReport } from "#app/contracts/reports.schema.ts";
import { attachUploads } from "#app/domain/photos/attach-uploads.server.ts";
import { finite } from "#app/domain/pickup/present-parcel.server.ts";
import { appendEntry } from "#app/domain/threads/append-entry.server.ts";
import { holderFor } from "#app/domain/threads/next-turn.server.ts";
import { fingerprintOf } from "#app/domain/threads/sent-before.server.ts";
import type { ParcelRow } from "#db/queries/parcels.ts";
import type { UploadRecord } from "#db/queries/photos.ts";
import { insertReport, type ReportRecord } from "#db/queries/reports.ts";
import { newReportCode } from "./new-report-code.server.ts";

type Filing = {
  parcel: ParcelRow;
  batchId: string;
  served: boolean;
  input: FileReport;
  uploads: UploadRecord[];
};

const isBlank = (readiness: FileReport["readiness"]) =>
  Object.values(readiness).every((value) => value === "");

async function insertRow(
  ctx: AppContext,
  tx: Tx,
  actor: Actor,
  { parcel, batchId, served, input }: Filing,
) {
  const now = ctx.clock.now();
  const report = await insertReport(tx, {
    code: newReportCode(),
    batch_id: batchId,
    parcel_id: parcel.id,
    pickup_request_id: parcel.pickup_request_id,
    seller_org_id: parcel.seller_org_id,
    seller_name: parcel.seller_name,
    courier_id: parcel.courier_id,
    courier_served: served,
    resi: parcel.resi,
    origin_city: parcel.city,
    zone: parcel.zone,
    category_filed: input.category,
    category_reckoned: input.category,
    status: "open",
    waiting_on: holderFor("courier", served),
    waiting_since: now,
    due_at: parcel.deadline_at,
    due_kind: finite(parcel.deadline_at) ? "pickup" : null,
    filed_by_user_id: actor.userId,
    filed_by_name: actor.name,
    filed_at: now,
    last_entry_at: now,
    last_line: JSON.stringify({ kind: "event", side: actor.kind, event: "filed" }),
    readiness: isBlank(input.readiness) ? null : JSON.stringify(input.readiness),
  });
  // The parcel is held, so nobody can have opened one meanwhile.
  if (!report) throw new Error(`Parcel ${parcel.id} got a second open report`);
  return report;
}

/** The report with its first entries: that it was filed, and what the seller wrote and showed. */
export async function openReport(
  ctx: AppContext,
  tx: Tx,
  actor: Actor,
  filing: Filing,
): Promise<ReportRecord> {
  const { input, uploads, served } = filing;
  const report = await insertRow(ctx, tx, actor, filing);
  await appendEntry(ctx, tx, report, {
    audience: "everyone",
    kind: "event",
    author: actor,
    event: { type: "filed", category: input.category, served },
    line: { kind: "event", side: actor.kind, event: "filed" },
  });
  if (input.body === "" && uploads.length === 0) return report;
  const entry = await appendEntry(ctx, tx, report, {
    audience: "everyone",
    kind: "message",
    author: actor,
    body: input.body,
    clientId: input.clientId,
    fingerprint: fingerprintOf("everyone", input.body, input.upload),
    line: input.body
      ? { kind: "text", side: actor.kind, text: input.body.slice(0, 200) }
      : { kind: "photos", side: actor.kind, count: uploads.length },
  });
  await attachUploads(tx, report, entry, uploads);
  return report;
}
