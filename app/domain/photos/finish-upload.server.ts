import type { AppContext, Tx } from "#app/context.ts";
import type { LabelReading } from "#app/contracts/photos.ts";
import { unavailable } from "#app/domain/errors.server.ts";
import { findAlikeUpload, insertEvidence } from "#db/queries/evidence.ts";
import * as photos from "#db/queries/photos.ts";
import type { NormalisedPicture } from "#storage/pictures/normalise-picture.ts";
import type { IncomingPicture } from "#storage/pictures/receive-picture.ts";
import { distanceBetween } from "./distance-between.server.ts";
import { hashColumns, NEARLY_THE_SAME } from "./hash-columns.server.ts";
import { gatherObjects, type HeldObject, holdObjects } from "./hold-objects.server.ts";
import type { ObjectToStore } from "./store-objects.server.ts";
import type { Subject } from "./subject-of-upload.server.ts";

const DAY_MS = 24 * 60 * 60 * 1000;
/** Photos of one sitting: only among them "from another side" is advice. */
const ONE_SITTING_MS = 2 * 60 * 60 * 1000;

type Outcome = {
  picture: NormalisedPicture;
  incoming: IncomingPicture;
  /** What the row says of it; one that a crash left half way may have been sent otherwise before. */
  shape: Pick<
    photos.UploadRecord,
    "width" | "height" | "bytes" | "placeholder" | "advice" | "original_sha256"
  >;
  reduced: boolean;
  subject: Subject;
  originalKey: string | null;
  unstored: ObjectToStore[];
  label: LabelReading | null;
};

/** GPS is used here, once, and kept nowhere. */
const distanceOf = ({ picture, subject }: Outcome) =>
  picture.gps && subject.place ? distanceBetween(picture.gps, subject.place) : null;

async function keepEvidence(
  ctx: AppContext,
  tx: Tx,
  row: photos.UploadRecord,
  outcome: Outcome,
  held: HeldObject[],
): Promise<void> {
  const { picture, incoming, originalKey: key, unstored } = outcome;
  const isThere = key !== null && !unstored.some((object) => object.key === key);
  const original = isThere || held.some((object) => object.key === key) ? key : null;
  const until = new Date(row.received_at.getTime() + ctx.keepOriginalsDays * DAY_MS);
  await insertEvidence(tx, {
    upload_id: row.id,
    owner_org_id: row.owner_org_id,
    original_sha256: incoming.sha256,
    ...hashColumns(picture.perceptualHash),
    captured_at: picture.capturedAt,
    device: picture.device,
    reduced: outcome.reduced,
    distance_m: distanceOf(outcome),
    received_at: row.received_at,
    original_key: original,
    original_bytes: original === null ? null : incoming.size,
    original_until: original === null ? null : until,
  });
}

async function findAlike(tx: Tx, row: photos.UploadRecord, picture: NormalisedPicture) {
  const { perceptual_hash: hash } = hashColumns(picture.perceptualHash);
  if (hash === null) return null;
  const since = new Date(row.received_at.getTime() - ONE_SITTING_MS);
  const { owner_user_id: ownerUserId, id: notId } = row;
  return findAlikeUpload(tx, { hash, ownerUserId, notId, since, within: NEARLY_THE_SAME });
}

/** Its objects are stored or held: from here on the upload is there. */
export async function finishUpload(
  ctx: AppContext,
  row: photos.UploadRecord,
  outcome: Outcome,
): Promise<photos.UploadRecord> {
  const held = await gatherObjects(outcome.unstored);
  return ctx.db.as("system", async (tx) => {
    const finished = await photos.finishUpload(tx, row.id, {
      ...outcome.shape,
      state: held.length > 0 ? "waiting" : "ready",
      label: outcome.label && JSON.stringify(outcome.label),
      similar_to: await findAlike(tx, row, outcome.picture),
    });
    if (finished) {
      await holdObjects(ctx, tx, row.id, held);
      await keepEvidence(ctx, tx, row, outcome, held);
      return finished;
    }
    // The same photo, sent twice at once; or its row was left for too long, or erased: sent again it is a new one.
    const other = await photos.findUploadById(tx, row.id);
    if (!other) throw unavailable("picture.busy");
    return other;
  });
}
