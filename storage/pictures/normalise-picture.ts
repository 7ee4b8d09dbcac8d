import sharp from "sharp";
import type { PictureAdvice } from "#app/contracts/photos.ts";
import { advise } from "./advise.ts";
import { inspectPicture, pictureLimits } from "./inspect-picture.ts";
import { measureQuality, type PictureQuality } from "./measure-quality.ts";
import { hashedSide, hashGrey } from "./perceptual-hash.ts";
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
  /** 64 bits in hex, see `distanceBetween`; null where the picture is too flat to say anything. */
  perceptualHash: string | null;
  quality: PictureQuality;
  advice: PictureAdvice[];
};

/** Upright sRGB without metadata, one or three channels. */
type Pixels = { data: Buffer; width: number; height: number; channels: 1 | 3 };

const sides = { full: 2560, thumb: 400, placeholder: 16 };
const within = { fit: "inside", withoutEnlargement: true } as const;
// Without mozjpeg: it costs three times the time for a fifth of the bytes.
const jpeg = { quality: 80, mozjpeg: false } as const;

// "error", not the stricter "warning": Samsung phones (S8 to S22) write JPEGs that decode whole but make
// libjpeg warn of SOS parameters (lovell/sharp#1578, #3488), and "warning" refuses all of them.
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
    const full = await decode(bytes);
    const small = await shrink(full, sides.thumb);
    const quality = measureQuality(await greyOf(small), Math.min(width, height));
    return {
      full: await encode(full),
      thumb: await encode(small),
      placeholder: await blur(small),
      contentType: "image/jpeg",
      originalFormat: format,
      ...readEvidence(exif),
      perceptualHash: await hash(small),
      quality,
      advice: advise(quality),
    };
  } catch (cause) {
    throw refusePicture("picture.damaged", { cause });
  }
}

async function decode(bytes: Buffer): Promise<Pixels> {
  const upright = sharp(bytes, reading)
    .autoOrient()
    .resize(sides.full, sides.full, within)
    .flatten({ background: "#ffffff" });
  return pixelsOf(await upright.raw().toBuffer({ resolveWithObject: true }));
}

type Raw = { data: Buffer; info: { width: number; height: number; channels: number } };

const pixelsOf = ({ data, info: { width, height, channels } }: Raw): Pixels => ({
  data,
  width,
  height,
  channels: channels === 1 ? 1 : 3,
});

const open = ({ data, ...raw }: Pixels) => sharp(data, { raw });

async function shrink(pixels: Pixels, side: number): Promise<Pixels> {
  const resized = open(pixels).resize(side, side, within);
  return pixelsOf(await resized.raw().toBuffer({ resolveWithObject: true }));
}

async function greyOf(pixels: Pixels): Promise<Pixels> {
  return pixelsOf(await open(pixels).greyscale().raw().toBuffer({ resolveWithObject: true }));
}

async function encode(pixels: Pixels): Promise<PictureVariant> {
  const { width, height } = pixels;
  return { bytes: await open(pixels).jpeg(jpeg).toBuffer(), width, height };
}

async function blur(pixels: Pixels): Promise<string> {
  const tiny = open(pixels).resize(sides.placeholder, sides.placeholder, within);
  const bytes = await tiny.webp({ quality: 30, smartSubsample: false }).toBuffer();
  return `data:image/webp;base64,${bytes.toString("base64")}`;
}

async function hash(pixels: Pixels): Promise<string | null> {
  const square = open(pixels).resize(hashedSide, hashedSide, { fit: "fill" }).greyscale();
  return hashGrey(await square.raw().toBuffer());
}
