import type { AppContext, Tx } from "#app/context.ts";
import type { Actor } from "#app/contracts/parties.ts";
import type { FileReport } from "#app/contracts/reports.schema.ts";
import { finite } from "#app/domain/pickup/present-parcel.server.ts";
import { appendEntry } from "#app/domain/threads/append-entry.server.ts";
import { holderFor } from "#app/domain/threads/next-turn.server.ts";
import { sayIn } from "#app/domain/threads/post-message.server.ts";
import type { ParcelRow } from "#db/queries/parcels.ts";
import { insertReport, type ReportRecord, updateReport } from "#db/queries/reports.ts";
import { newReportCode } from "./new-report-code.server.ts";
import { takeTurn } from "./pass-turn.server.ts";

type Filing = {
  parcel: ParcelRow;
  batchId: string;
  served: boolean;
  input: FileReport;
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
    deadline_at: parcel.deadline_at,
    due_at: parcel.deadline_at,
    due_kind: finite(parcel.deadline_at) ? "pickup" : null,
    filed_by_user_id: actor.userId,
    filed_by_name: actor.name,
    filed_at: now,
    track_at: now,
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
  const { input, served } = filing;
  const report = await insertRow(ctx, tx, actor, filing);
  await updateReport(tx, report.id, await takeTurn(ctx, tx, report, report.waiting_on));
  await appendEntry(ctx, tx, report, {
    audience: "everyone",
    kind: "event",
    author: actor,
    event: { type: "filed", category: input.category, served },
    line: { kind: "event", side: actor.kind, event: "filed" },
  });
  if (input.body !== "" || input.upload.length > 0)
    await sayIn(ctx, tx, actor, report, input, "everyone");
  return report;
}
