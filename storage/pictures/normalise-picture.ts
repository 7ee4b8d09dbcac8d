import sharp, { type Sharp } from "sharp";
import type { PictureAdvice } from "#app/contracts/photos.ts";
import { advise } from "./advise.ts";
import { type Pixels, toGrey } from "./grey-pixels.ts";
import { inspectPicture, pictureLimits } from "./inspect-picture.ts";
import { measureQuality, type PictureQuality } from "./measure-quality.ts";
import { hashGrey } from "./perceptual-hash.ts";
import { refusePicture } from "./picture-refusal.ts";
import { type PictureEvidence, readEvidence } from "./read-evidence.ts";
import type { PictureFormat } from "./sniff-picture.ts";

export type PictureVariant = { bytes: Uint8Array; width: number; height: number };

export type NormalisedPicture = PictureEvidence & {
  full: PictureVariant;
  thumb: PictureVariant;
  /** A data: URI of a few hundred bytes, to show until the picture is there. */
  placeholder: string;
  contentType: "image/jpeg";
  originalFormat: PictureFormat;
  originalSha256: string;
  /** 64 bits in hex, nearly the same for nearly the same picture; null where the picture is too flat to say anything. */
  perceptualHash: string | null;
  quality: PictureQuality;
  advice: PictureAdvice[];
};

const sides = { full: 2560, thumb: 400, placeholder: 16 };
const within = { fit: "inside", withoutEnlargement: true } as const;
// Without mozjpeg: it costs three times the time for a fifth of the bytes.
const jpeg = { quality: 80, mozjpeg: false } as const;

// "error", not the stricter "warning": some phones write scan parameters that libjpeg warns of and reads all the
// same (lovell/sharp#1578), and "warning" refuses their photos.
export const reading = {
  failOn: "error",
  limitInputPixels: pictureLimits.pixels,
  pages: 1,
} as const;

/** Decodes, so it belongs in a child process: see `openPicturePool`. */
export async function normalisePicture(
  bytes: Buffer,
): Promise<Omit<NormalisedPicture, "originalSha256">> {
  const { format, width, height } = inspectPicture(bytes);
  try {
    const source = sharp(bytes, reading);
    const { exif } = await source.metadata();
    const full = await encodeFull(source);
    const small = await shrink(full.bytes);
    const grey = toGrey(small);
    const quality = measureQuality(grey, Math.min(width, height));
    return {
      full,
      thumb: await encodeThumb(small),
      placeholder: await blur(small),
      contentType: "image/jpeg",
      originalFormat: format,
      ...readEvidence(exif),
      perceptualHash: hashGrey(grey),
      quality,
      advice: advise(quality),
    };
  } catch (cause) {
    throw refusePicture("picture.damaged", { cause });
  }
}

// In one go: as pixels in between it takes half as long again, because nothing is encoded while it decodes.
async function encodeFull(source: Sharp): Promise<PictureVariant> {
  const { data, info } = await source
    .autoOrient()
    .resize(sides.full, sides.full, within)
    .flatten({ background: "#ffffff" })
    .jpeg(jpeg)
    .toBuffer({ resolveWithObject: true });
  return { bytes: data, width: info.width, height: info.height };
}

// As pixels, which the thumbnail and all that is measured share.
async function shrink(full: Uint8Array): Promise<Pixels> {
  const { data, info } = await sharp(full)
    .resize(sides.thumb, sides.thumb, within)
    .raw()
    .toBuffer({ resolveWithObject: true });
  const { width, height, channels } = info;
  return { data, width, height, channels: channels === 1 ? 1 : 3 };
}

const open = ({ data, ...raw }: Pixels) => sharp(data, { raw });

async function encodeThumb(pixels: Pixels): Promise<PictureVariant> {
  const { width, height } = pixels;
  return { bytes: await open(pixels).jpeg(jpeg).toBuffer(), width, height };
}

async function blur(pixels: Pixels): Promise<string> {
  const tiny = open(pixels).resize(sides.placeholder, sides.placeholder, within);
  const bytes = await tiny.webp({ quality: 30 }).toBuffer();
  return `data:image/webp;base64,${bytes.toString("base64")}`;
}
