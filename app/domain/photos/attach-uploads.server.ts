import type { AppContext, Tx } from "#app/context.ts";
import type { Actor } from "#app/contracts/parties.ts";
import { invalid } from "#app/domain/errors.server.ts";
import { isBrokenReference } from "#db/broken-reference.ts";
import { findUploads, insertPhotos, type UploadRecord } from "#db/queries/photos.ts";
import type { ReportRecord } from "#db/queries/reports.ts";
import type { EntryRef } from "#db/queries/threads.ts";

const missingUpload = () => invalid("upload.missing", { fields: { upload: "upload.missing" } });

/** Taken back or erased since it was found. */
function explainGone(error: unknown): never {
  throw isBrokenReference(error) ? missingUpload() : error;
}

/** The sender's own uploads, in the order given. */
export async function requireUploads(tx: Tx, actor: Actor, ids: string[]): Promise<UploadRecord[]> {
  const rows = await findUploads(tx, actor, ids);
  const byId = new Map(rows.map((row) => [row.id, row]));
  return [...new Set(ids)].map((id) => {
    const row = byId.get(id);
    if (!row) throw missingUpload();
    return row;
  });
}

/** Makes uploads part of an entry. The stored pictures stay where they are: one may serve several reports. */
export async function attachUploads(
  ctx: AppContext,
  tx: Tx,
  report: ReportRecord,
  entry: EntryRef,
  uploads: UploadRecord[],
): Promise<void> {
  if (uploads.length === 0) return;
  await insertPhotos(
    tx,
    uploads.map((upload, position) => ({
      report_id: report.id,
      entry_id: entry.id,
      audience: entry.audience,
      seller_org_id: report.seller_org_id,
      courier_id: report.courier_id,
      upload_id: upload.id,
      owner_user_id: upload.owner_user_id,
      position,
      purpose: upload.purpose,
      full_key: upload.full_key,
      thumb_key: upload.thumb_key,
      width: upload.width,
      height: upload.height,
      bytes: upload.bytes,
      placeholder: upload.placeholder,
      state: upload.state === "ready" ? "ready" : "waiting",
      received_at: upload.received_at,
    })),
  ).catch(explainGone);
  await ctx.jobs.add(tx, "compare-proof", { entryId: entry.id });
}
