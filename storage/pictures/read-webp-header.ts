import type { PictureHeader } from "./picture-header.ts";

const firstChunk = 12;
const frameChunk = Buffer.from("ANMF").readUInt32BE();

/** A WebP is a lossy frame, a lossless frame, or a canvas (VP8X) that may hold several frames. */
export function readWebpHeader(bytes: Buffer): PictureHeader | undefined {
  if (bytes.length < 30) return undefined;
  const size = readSize(bytes);
  return size && { format: "webp", ...size, frames: countFrames(bytes), scans: 1 };
}

function readSize(bytes: Buffer): { width: number; height: number } | undefined {
  const data = firstChunk + 8;
  switch (bytes.toString("latin1", firstChunk, firstChunk + 4)) {
    case "VP8 ":
      return {
        width: bytes.readUInt16LE(data + 6) & 0x3fff,
        height: bytes.readUInt16LE(data + 8) & 0x3fff,
      };
    case "VP8L": {
      const bits = bytes.readUInt32LE(data + 1);
      return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 };
    }
    case "VP8X":
      return {
        width: bytes.readUIntLE(data + 4, 3) + 1,
        height: bytes.readUIntLE(data + 7, 3) + 1,
      };
    default:
      return undefined;
  }
}

function countFrames(bytes: Buffer): number {
  let frames = 0;
  let at = firstChunk;
  while (at + 8 <= bytes.length) {
    if (bytes.readUInt32BE(at) === frameChunk) frames++;
    const length = bytes.readUInt32LE(at + 4);
    at += 8 + length + (length % 2);
  }
  return Math.max(1, frames);
}
