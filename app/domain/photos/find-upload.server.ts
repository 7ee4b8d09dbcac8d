import type { AppContext } from "#app/context.ts";
import type { Actor } from "#app/contracts/parties.ts";
import type { UploadView } from "#app/contracts/views.ts";
import { notFound } from "#app/domain/errors.server.ts";
import { findUploads } from "#db/queries/photos.ts";
import { presentUpload } from "./present-upload.server.ts";

/** A photo of one's own that is in no report yet. */
export async function findUpload(ctx: AppContext, actor: Actor, id: string): Promise<UploadView> {
  const [row] = await ctx.db.as(actor, (tx) => findUploads(tx, actor, [id]));
  if (!row) throw notFound();
  return presentUpload(row);
}
