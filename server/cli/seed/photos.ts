import type { AppContext } from "#app/context.ts";
import type { Actor } from "#app/contracts/parties.ts";
import { keepUpload } from "#app/domain/photos/keep-upload.server.ts";
import type { drawParcelPhoto } from "#storage/pictures/draw-parcel.ts";
import type { NormalisedPicture } from "#storage/pictures/normalise-picture.ts";
import { openPicturePool, type PicturePool } from "#storage/pictures/picture-pool.ts";
import type { WantedPhoto } from "./day.ts";

export type DrawPhoto = typeof drawParcelPhoto;

const CHILDREN = 2;
const keyOf = ({ resi, purpose }: WantedPhoto) => `${resi} ${purpose}`;

/**
 * Draws and normalises beside the day, a few at a time; a moment that shows a photo waits for it.
 * One photo may be shown in several places.
 */
export function openPhotos(draw: DrawPhoto, wanted: WantedPhoto[]) {
  const pool = openPicturePool({ children: CHILDREN });
  const drawn = new Map<string, Promise<Uint8Array>>();
  const normalised = new Map<Uint8Array, NormalisedPicture>();
  const lanes = Array.from({ length: CHILDREN }, () => Promise.resolve());
  wanted.forEach((photo, index) => {
    const lane = index % CHILDREN;
    const picture = (lanes[lane] as Promise<void>).then(async () => {
      const bytes = await draw({ ...photo, kind: photo.purpose, seed: index + 1 });
      normalised.set(bytes, await pool.normalise(bytes));
      return bytes;
    });
    drawn.set(keyOf(photo), picture);
    // Who waits for the photo hears of its failure; the lane goes on.
    lanes[lane] = picture.then(
      () => {},
      () => {},
    );
  });
  const pictures: PicturePool = {
    normalise: async (bytes) => normalised.get(bytes) ?? pool.normalise(bytes),
    warm: () => pool.warm(),
    stats: () => pool.stats(),
    close: () => pool.close(),
  };
  const upload = async (ctx: AppContext, actor: Actor, photo: WantedPhoto) => {
    const bytes = await drawn.get(keyOf(photo));
    if (!bytes) throw new Error(`Nobody wanted a photo of ${keyOf(photo)}`);
    const kept = await keepUpload(ctx, actor, { bytes, purpose: photo.purpose });
    return kept.id;
  };
  return { pictures, upload };
}
