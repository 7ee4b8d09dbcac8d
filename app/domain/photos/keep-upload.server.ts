import type { AppContext } from "#app/context.ts";
import type { Actor } from "#app/contracts/parties.ts";
import type { PhotoPurpose } from "#app/contracts/photos.ts";
import type { UploadView } from "#app/contracts/views.ts";
import { conflict } from "#app/domain/errors.server.ts";
import { findEvidence } from "#db/queries/evidence.ts";
import { findUploadByClientId, insertUpload, type UploadRecord } from "#db/queries/photos.ts";
import type { NormalisedPicture } from "#storage/pictures/normalise-picture.ts";
import type { IncomingPicture } from "#storage/pictures/receive-picture.ts";
import { explainRefusal } from "./explain-refusal.server.ts";
import { finishUpload } from "./finish-upload.server.ts";
import { presentUpload } from "./present-upload.server.ts";
import { readLabel } from "./read-label.server.ts";
import { requireFewUploads } from "./require-few-uploads.server.ts";
import { objectsOf, storeObjects } from "./store-objects.server.ts";
import { subjectOfUpload } from "./subject-of-upload.server.ts";

export type NewUpload = {
  picture: IncomingPicture;
  purpose: PhotoPurpose;
  /** The device's own id of it: sent again, it is the same upload. */
  clientId?: string;
  /** What it is taken for, where that is known: a report, or parcels without one. */
  code?: string;
  parcels?: string[];
  /** The device drew it anew before it sent it: smaller, converted, or covered. */
  reduced?: boolean;
};

async function normalise(ctx: AppContext, picture: IncomingPicture): Promise<NormalisedPicture> {
  try {
    return await ctx.pictures.normalise(picture);
  } catch (error) {
    throw explainRefusal(error) ?? error;
  }
}

/**
 * The device may have drawn the same photo anew, smaller on another line or converted once more, or not any more; any
 * other bytes under its id are refused.
 */
async function requireSame(ctx: AppContext, row: UploadRecord, { picture, reduced }: NewUpload) {
  if (row.state === "pending" || row.original_sha256 === picture.sha256) return;
  const before = await ctx.db.as("system", (tx) => findEvidence(tx, row.id));
  if (!reduced && !before?.reduced) throw conflict("upload.other_photo");
}

/** The upload that this device's id stands for already. Whoever sends a new one has not sent too many. */
async function findBefore(ctx: AppContext, actor: Actor, input: NewUpload) {
  const { clientId } = input;
  const row = await ctx.db.as(actor, async (tx) => {
    const known = clientId && (await findUploadByClientId(tx, actor, clientId));
    if (!known) await requireFewUploads(tx, actor, ctx.clock.now());
    return known || undefined;
  });
  if (row) await requireSame(ctx, row, input);
  return row;
}

const shapeOf = (picture: NormalisedPicture, { sha256 }: IncomingPicture) => ({
  width: picture.full.width,
  height: picture.full.height,
  bytes: picture.full.bytes.byteLength,
  placeholder: picture.placeholder,
  advice: picture.advice,
  original_sha256: sha256,
});

/** The row before its objects, so that objects without a row are only ever those of a row that was removed. */
async function openRow(
  ctx: AppContext,
  actor: Actor,
  input: NewUpload,
  picture: NormalisedPicture,
): Promise<UploadRecord> {
  const keys = ctx.newPhotoKeys();
  const row = await ctx.db.as(actor, (tx) =>
    insertUpload(tx, {
      owner_org_id: actor.organisationId,
      owner_user_id: actor.userId,
      owner_side: actor.kind,
      client_id: input.clientId ?? null,
      state: "pending",
      purpose: input.purpose,
      full_key: keys.full,
      thumb_key: keys.thumb,
      ...shapeOf(picture, input.picture),
      received_at: ctx.clock.now(),
    }),
  );
  const made = row ?? (await findBefore(ctx, actor, input));
  if (!made) throw new Error("An upload was neither new nor there");
  return made;
}

/**
 * Takes a photo in before there is a report or message for it, so that a failed form never loses it. The same again,
 * under the same id, is the same upload; one that a crash left half way goes on where it was.
 */
export async function keepUpload(
  ctx: AppContext,
  actor: Actor,
  input: NewUpload,
): Promise<UploadView> {
  const before = await findBefore(ctx, actor, input);
  if (before && before.state !== "pending") return presentUpload(before);
  const picture = await normalise(ctx, input.picture);
  const row = before ?? (await openRow(ctx, actor, input, picture));
  if (row.state !== "pending") return presentUpload(row);
  const subject = await subjectOfUpload(ctx, actor, input);
  const originalKey = ctx.keepOriginalsDays > 0 ? ctx.newPhotoKeys().original : null;
  const [unstored, codes] = await Promise.all([
    storeObjects(ctx, objectsOf(row, originalKey, picture, input.picture)),
    subject.resi.length > 0 ? ctx.pictures.readLabels(input.picture) : null,
  ]);
  const finished = await finishUpload(ctx, row, {
    ...{
      picture,
      incoming: input.picture,
      shape: shapeOf(picture, input.picture),
      reduced: input.reduced ?? false,
    },
    ...{ subject, originalKey, unstored, label: readLabel(codes, subject.resi) },
  });
  return presentUpload(finished);
}
