import { randomUUID } from "node:crypto";
import type { AppContext } from "#app/context.ts";
import type { Actor } from "#app/contracts/parties.ts";
import { MAX_RESI_A_PROOF, type OpenResi } from "#app/contracts/proofs.ts";
import type { UploadView } from "#app/contracts/views.ts";
import { forbidden } from "#app/domain/errors.server.ts";
import { presentUpload } from "#app/domain/photos/present-upload.server.ts";
import { findUploads } from "#db/queries/photos.ts";
import { listOpenResi } from "#db/queries/proofs.ts";

/** What the form needs: the seller's open reports to tick, and photos that are here already. */
export async function describeNewProof(
  ctx: AppContext,
  actor: Actor,
  uploadIds: string[],
): Promise<{ open: OpenResi[]; uploads: UploadView[]; clientId: string }> {
  if (actor.kind !== "seller") throw forbidden("report.sellers_only");
  return ctx.db.as(actor, async (tx) => {
    const open = await listOpenResi(tx, actor, MAX_RESI_A_PROOF);
    const uploads = await findUploads(tx, actor, uploadIds);
    return { open, uploads: uploads.map(presentUpload), clientId: randomUUID() };
  });
}
