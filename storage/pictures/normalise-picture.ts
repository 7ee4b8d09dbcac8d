import { createHash } from "node:crypto";
import sharp, { type Sharp } from "sharp";
import { findCapturedAt } from "./find-captured-at.ts";
import { inspectPicture, type PictureFormat, pictureLimits } from "./inspect-picture.ts";
import { measureQuality, type PictureQuality, type Pixels } from "./measure-quality.ts";
import { refusePicture } from "./picture-refusal.ts";

export type PictureVariant = { bytes: Uint8Array; width: number; height: number };

export type NormalisedPicture = {
  full: PictureVariant;
  thumb: PictureVariant;
  contentType: "image/jpeg";
  originalFormat: PictureFormat;
  originalSha256: string;
  capturedAt: string | null;
  quality: PictureQuality;
};

const fullSide = 2560;
const thumbSide = 400;
const within = { fit: "inside", withoutEnlargement: true } as const;

// "error", not the stricter "warning": Samsung phones (S8 to S22) write JPEGs that decode whole but make
// libjpeg warn of SOS parameters (lovell/sharp#1578, #3488), and "warning" refuses all of them.
const reading = {
  failOn: "error",
  limitInputPixels: pictureLimits.pixels,
  pages: 1,
} as const;

/** Decodes, so it belongs in a child process: see `openPicturePool`. */
export async function normalisePicture(bytes: Uint8Array): Promise<NormalisedPicture> {
  const { format } = inspectPicture(bytes);
  try {
    const source = sharp(bytes, reading);
    const { exif } = await source.metadata();
    const full = await encodeFull(source);
    const small = await shrink(full.bytes);
    return {
      full,
      thumb: await encodeThumb(small),
      contentType: "image/jpeg",
      originalFormat: format,
      originalSha256: createHash("sha256").update(bytes).digest("hex"),
      capturedAt: findCapturedAt(exif),
      quality: measureQuality(small),
    };
  } catch (cause) {
    throw refusePicture("picture.damaged", { cause });
  }
}

async function encodeFull(source: Sharp): Promise<PictureVariant> {
  const { data, info } = await source
    .autoOrient()
    .resize(fullSide, fullSide, within)
    .flatten({ background: "#ffffff" })
    .jpeg({ quality: 82 })
    .toBuffer({ resolveWithObject: true });
  return { bytes: data, width: info.width, height: info.height };
}

// As pixels, which the thumbnail and the quality share: 15 ms a picture, against 18 when the quality
// decodes the thumbnail again.
async function shrink(full: Uint8Array): Promise<Pixels> {
  const { data, info } = await sharp(full)
    .resize(thumbSide, thumbSide, within)
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { data, width: info.width, height: info.height, channels: info.channels };
}

async function encodeThumb({ data, width, height, channels }: Pixels): Promise<PictureVariant> {
  const raw = { width, height, channels: channels === 1 ? 1 : 3 } as const;
  const bytes = await sharp(data, { raw }).jpeg({ quality: 76 }).toBuffer();
  return { bytes, width, height };
}
