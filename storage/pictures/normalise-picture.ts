import { createHash } from "node:crypto";
import sharp, { type Sharp } from "sharp";
import { findCapturedAt } from "./find-captured-at.ts";
import { inspectPicture, type PictureFormat, pictureLimits } from "./inspect-picture.ts";
import { measureQuality, type PictureQuality } from "./measure-quality.ts";
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

// "error", not the stricter "warning": phones write JPEGs that decode whole but make libjpeg warn
// (wrong SOS parameters, stray bytes before a marker), and "warning" refuses those.
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
    const full = await encode(source, fullSide, 82);
    // From the full size: its decoder shrinks on load, so the original is decoded only once.
    const thumb = await encode(sharp(full.bytes), thumbSide, 76);
    return {
      full,
      thumb,
      contentType: "image/jpeg",
      originalFormat: format,
      originalSha256: createHash("sha256").update(bytes).digest("hex"),
      capturedAt: findCapturedAt(exif),
      quality: await measureQuality(full.bytes),
    };
  } catch (cause) {
    throw refusePicture("picture.damaged", { cause });
  }
}

async function encode(source: Sharp, side: number, quality: number): Promise<PictureVariant> {
  const { data, info } = await source
    .autoOrient()
    .resize(side, side, { fit: "inside", withoutEnlargement: true })
    .flatten({ background: "#ffffff" })
    .jpeg({ quality })
    .toBuffer({ resolveWithObject: true });
  return { bytes: data, width: info.width, height: info.height };
}
