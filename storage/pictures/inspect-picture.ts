import type { PictureHeader } from "./picture-header.ts";
import { refusePicture } from "./picture-refusal.ts";
import { readJpegHeader } from "./read-jpeg-header.ts";
import { readPngHeader } from "./read-png-header.ts";
import { readWebpHeader } from "./read-webp-header.ts";
import { type PictureFormat, sniffPicture } from "./sniff-picture.ts";

export const pictureLimits = {
  bytes: 25 * 1024 * 1024,
  pixels: 50_000_000,
  side: 16_383,
  frames: 1,
  scans: 100,
} as const;

/**
 * Decides by the bytes alone, without decoding a pixel, whether a picture may be decoded at all,
 * so that a bomb costs a walk over its markers.
 */
export function inspectPicture(bytes: Buffer): PictureHeader {
  const header = readHeader(sniffPicture(bytes), bytes);
  if (!header || header.width < 1 || header.height < 1) throw refusePicture("picture.damaged");
  if (header.frames > pictureLimits.frames) throw refusePicture("picture.animated");
  if (
    Math.max(header.width, header.height) > pictureLimits.side ||
    header.width * header.height > pictureLimits.pixels
  ) {
    throw refusePicture("picture.too_many_pixels");
  }
  if (header.scans > pictureLimits.scans) throw refusePicture("picture.too_many_scans");
  return header;
}

function readHeader(format: PictureFormat, bytes: Buffer): PictureHeader | undefined {
  if (format === "jpeg") return readJpegHeader(bytes, { maxScans: pictureLimits.scans });
  return format === "png" ? readPngHeader(bytes) : readWebpHeader(bytes);
}
