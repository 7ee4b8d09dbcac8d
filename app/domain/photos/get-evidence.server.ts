import type { AppContext } from "#app/context.ts";
import type { EvidenceView } from "#app/contracts/evidence-views.ts";
import type { Actor } from "#app/contracts/parties.ts";
import { notFound } from "#app/domain/errors.server.ts";
import { findEvidence, listRepeatsOf } from "#db/queries/evidence.ts";
import { findPhoto } from "#db/queries/photos.ts";

/** What a photo says of itself, and where else it was a proof: for CS, who decide. For all others it does not exist. */
export async function getEvidence(
  ctx: AppContext,
  actor: Actor,
  code: string,
  photoId: string,
): Promise<EvidenceView> {
  return ctx.db.as(actor, async (tx) => {
    const photo = actor.kind === "support" && (await findPhoto(tx, actor, code, photoId));
    const evidence = photo && (await findEvidence(tx, photo.upload_id));
    if (!evidence) throw notFound();
    const now = ctx.clock.now();
    const isKept = evidence.original_until !== null && evidence.original_until > now;
    return {
      sha256: evidence.original_sha256,
      capturedAt: evidence.captured_at,
      device: evidence.device,
      reduced: evidence.reduced,
      distanceM: evidence.distance_m,
      receivedAt: evidence.received_at.toISOString(),
      original: isKept
        ? {
            url: `/pickup-problem/${code}/photos/${photoId}/original`,
            bytes: evidence.original_bytes ?? 0,
            until: evidence.original_until?.toISOString() ?? "",
          }
        : null,
      repeats: await listRepeatsOf(tx, photoId),
    };
  });
}
