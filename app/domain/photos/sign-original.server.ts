import type { AppContext } from "#app/context.ts";
import type { Actor } from "#app/contracts/parties.ts";
import { notFound } from "#app/domain/errors.server.ts";
import { findEvidence } from "#db/queries/evidence.ts";
import { findPhoto } from "#db/queries/photos.ts";
import { SIGNED_SECONDS } from "./sign-photo.server.ts";

/** The file as it came, to be saved and never shown: for CS alone, and as long as it is kept. */
export async function signOriginal(
  ctx: AppContext,
  actor: Actor,
  code: string,
  photoId: string,
): Promise<string> {
  const { photo, evidence } = await ctx.db.as(actor, async (tx) => {
    const photo = actor.kind === "support" ? await findPhoto(tx, actor, code, photoId) : undefined;
    return { photo, evidence: photo && (await findEvidence(tx, photo.upload_id)) };
  });
  const isKept = evidence?.original_until && evidence.original_until > ctx.clock.now();
  if (!photo || !evidence?.original_key || !isKept) throw notFound();
  const who = { user: actor.userId, code, photo: photoId };
  ctx.log.info(who, "original of a photo read");
  return ctx.store.sign(evidence.original_key, {
    seconds: SIGNED_SECONDS,
    disposition: { attachment: `${photo.resi}-original` },
  });
}
