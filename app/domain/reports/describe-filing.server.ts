import type { AppContext } from "#app/context.ts";
import type { FilingParcel } from "#app/contracts/filing-views.ts";
import type { Actor } from "#app/contracts/parties.ts";
import { MAX_PARCELS_A_FILING } from "#app/contracts/reports.ts";
import type { ReadinessView, UploadView } from "#app/contracts/views.ts";
import { forbidden } from "#app/domain/errors.server.ts";
import { presentUpload } from "#app/domain/photos/present-upload.server.ts";
import { findOpenReports, findParcelsById } from "#db/queries/parcels.ts";
import { findUploads } from "#db/queries/photos.ts";
import { findPickupPoint } from "#db/queries/pickup-points.ts";
import { presentFilingParcel } from "./present-filing-parcel.server.ts";

export type Filing = {
  parcels: FilingParcel[];
  readiness: ReadinessView | null;
  readinessMissing: (keyof ReadinessView)[];
  uploads: UploadView[];
};

/** What of a pick-up point a courier cannot do without; RT and RW are one question. */
const NEEDED: readonly (keyof ReadinessView)[] = ["street", "rt", "rw", "landmark", "whatsapp"];

/** The chosen parcels with all that the form fills in by itself. Foreign and missing ids are left out alike. */
export async function describeFiling(
  ctx: AppContext,
  actor: Actor,
  chosen: { parcelIds: string[]; uploadIds: string[] },
): Promise<Filing> {
  if (actor.kind !== "seller") throw forbidden("report.sellers_only");
  const now = ctx.clock.now();
  return ctx.db.as(actor, async (tx) => {
    const rows = await findParcelsById(tx, actor, chosen.parcelIds.slice(0, MAX_PARCELS_A_FILING));
    const open = await findOpenReports(
      tx,
      actor,
      rows.map((row) => row.id),
    );
    const point = rows[0] && (await findPickupPoint(tx, actor, rows[0].pickup_point_id));
    const uploads = await findUploads(tx, actor, chosen.uploadIds);
    return {
      parcels: rows.map((row) => presentFilingParcel(row, open.get(row.id) ?? null, now)),
      readiness: point ?? null,
      readinessMissing: NEEDED.filter((name) => !point?.[name]),
      uploads: uploads.map(presentUpload),
    };
  });
}
