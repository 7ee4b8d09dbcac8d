import { findForeignFormat } from "./find-foreign-format.ts";
import { refusePicture } from "./picture-refusal.ts";
import { readJpegHeader } from "./read-jpeg-header.ts";
import { readPngHeader } from "./read-png-header.ts";
import { readWebpHeader } from "./read-webp-header.ts";

export const pictureLimits = {
  bytes: 25 * 1024 * 1024,
  pixels: 50_000_000,
  side: 16_383,
  frames: 1,
  scans: 100,
} as const;

export type PictureFormat = "jpeg" | "png" | "webp";

export type PictureHeader = {
  format: PictureFormat;
  width: number;
  height: number;
  frames: number;
  scans: number;
};

/**
 * Decides by the bytes alone, without decoding a pixel, whether a picture may be decoded at all,
 * so that a bomb costs a walk over its markers and no child process.
 */
export function inspectPicture(input: Uint8Array): PictureHeader {
  if (input.byteLength === 0) throw refusePicture("picture.empty");
  if (input.byteLength > pictureLimits.bytes) throw refusePicture("picture.too_large");
  const bytes = Buffer.from(input.buffer, input.byteOffset, input.byteLength);

  const header = readHeader(bytes);
  if (!header || header.width < 1 || header.height < 1) throw refusePicture("picture.damaged");
  if (header.frames > pictureLimits.frames) throw refusePicture("picture.animated");
  if (header.scans > pictureLimits.scans) throw refusePicture("picture.too_many_scans");
  if (
    Math.max(header.width, header.height) > pictureLimits.side ||
    header.width * header.height > pictureLimits.pixels
  ) {
    throw refusePicture("picture.too_many_pixels");
  }
  return header;
}

function readHeader(bytes: Buffer): PictureHeader | undefined {
  const start = bytes.toString("latin1", 0, 12);
  if (start.startsWith("\xff\xd8\xff")) {
    return readJpegHeader(bytes, { maxScans: pictureLimits.scans });
  }
  if (start.startsWith("\x89PNG\r\n\x1a\n")) return readPngHeader(bytes);
  if (start.startsWith("RIFF") && start.endsWith("WEBP")) return readWebpHeader(bytes);

  const found = findForeignFormat(bytes);
  throw refusePicture(found === "heic" ? "picture.heic" : "picture.not_supported", { found });
}
