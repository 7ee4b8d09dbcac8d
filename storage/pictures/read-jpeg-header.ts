import type { PictureHeader } from "./picture-header.ts";

const startOfScan = 0xda;
const endOfImage = 0xd9;

/**
 * Walks the markers as libjpeg does: junk before a marker is skipped, entropy-coded data is passed
 * over without decoding, and the walk ends at the first end-of-image. Stops counting one scan after
 * `maxScans`.
 */
export function readJpegHeader(
  bytes: Buffer,
  { maxScans }: { maxScans: number },
): PictureHeader | undefined {
  let size: { width: number; height: number } | undefined;
  let scans = 0;
  let at = findMarker(bytes, 2);
  while (at + 2 < bytes.length && scans <= maxScans) {
    const code = bytes.readUInt8(at);
    if (code === endOfImage) break;
    if (isStartOfFrame(code)) size ??= readSize(bytes, at);
    if (code === startOfScan) scans++;
    at = findMarker(bytes, at + 1 + Math.max(2, bytes.readUInt16BE(at + 1)));
  }
  return size && scans > 0 ? { format: "jpeg", ...size, frames: 1, scans } : undefined;
}

/** So many bytes without an ff, and the next one is likely far enough away to be worth a call. */
const quiet = 32;

/**
 * Where the next marker's code stands. A plain loop where many bytes are ff: on 25 MB of "ff 00" `indexOf` alone
 * costs 20 times as much. On a photo, where they are rare, it costs a third of the loop.
 */
function findMarker(bytes: Buffer, from: number): number {
  let others = 0;
  for (let at = from; at + 1 < bytes.length; at++) {
    if (bytes[at] !== 0xff) {
      if (++others < quiet) continue;
      at = bytes.indexOf(0xff, at);
      if (at < 0) break;
    }
    others = 0;
    const code = bytes[at + 1] ?? 0;
    if (code !== 0x00 && code !== 0xff && !isStandalone(code)) return at + 1;
  }
  return bytes.length;
}

function isStandalone(code: number): boolean {
  return code === 0x01 || (code >= 0xd0 && code <= 0xd8);
}

function isStartOfFrame(code: number): boolean {
  return code >= 0xc0 && code <= 0xcf && code !== 0xc4 && code !== 0xc8 && code !== 0xcc;
}

function readSize(bytes: Buffer, at: number): { width: number; height: number } | undefined {
  if (at + 8 > bytes.length) return undefined;
  return { height: bytes.readUInt16BE(at + 4), width: bytes.readUInt16BE(at + 6) };
}
