import type { AppContext } from "#app/context.ts";
import type { Actor } from "#app/contracts/parties.ts";
import { keepUpload } from "#app/domain/photos/keep-upload.server.ts";
import type { drawParcelPhoto } from "#storage/pictures/draw-parcel.ts";
import type { NormalisedPicture } from "#storage/pictures/normalise-picture.ts";
import { openPicturePool, type PicturePool } from "#storage/pictures/picture-pool.ts";
import type { IncomingPicture } from "#storage/pictures/receive-picture.ts";
import type { WantedPhoto } from "./day.ts";

/** Nobody waits at a phone here, and a busy machine must not lose a photo of the day. */
const PATIENCE = { waitMs: 60_000, startMs: 60_000, decodeMs: 60_000 };

export type DrawPhoto = typeof drawParcelPhoto;

const LANES = 2;
const keyOf = ({ resi, purpose }: WantedPhoto) => `${resi} ${purpose}`;

/**
 * Draws and normalises beside the day, a few at a time; a moment that shows a photo waits for it.
 * One photo may be shown in several places.
 */
export function openPhotos(draw: DrawPhoto, wanted: WantedPhoto[]) {
  const pool = openPicturePool({ children: LANES, ...PATIENCE });
  const drawn = new Map<string, Promise<IncomingPicture>>();
  const normalised = new Map<IncomingPicture, NormalisedPicture>();
  const lanes: Promise<unknown>[] = [];
  let closed = false;
  const make = async (photo: WantedPhoto, seed: number, before: Promise<unknown> | undefined) => {
    await before?.catch(() => {});
    if (closed) throw new Error("The day is over");
    const picture = await pool.receive([await draw({ ...photo, kind: photo.purpose, seed })]);
    normalised.set(picture, await pool.normalise(picture));
    return picture;
  };
  wanted.forEach((photo, at) => {
    const picture = make(photo, at + 1, lanes[at - LANES]);
    // Whoever shows the photo hears of its failure; nobody may.
    picture.catch(() => {});
    lanes.push(picture);
    drawn.set(keyOf(photo), picture);
  });
  const pictures: PicturePool = {
    receive: (data) => pool.receive(data),
    normalise: async (picture) => normalised.get(picture) ?? pool.normalise(picture),
    readLabels: (picture) => pool.readLabels(picture),
    warm: () => pool.warm(),
    stats: () => pool.stats(),
    close: () => pool.close(),
  };
  return {
    pictures,
    async upload(ctx: AppContext, actor: Actor, photo: WantedPhoto): Promise<string> {
      const picture = await drawn.get(keyOf(photo));
      if (!picture) throw new Error(`Nobody wanted a photo of ${keyOf(photo)}`);
      const kept = await keepUpload(ctx, actor, { picture, purpose: photo.purpose });
      return kept.id;
    },
    async close() {
      closed = true;
      await pool.close();
    },
  };
}
