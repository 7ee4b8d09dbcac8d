import type { PictureHeader } from "./picture-header.ts";

const signatureLength = 8;
const chunkOverhead = 12;
const headerChunk = Buffer.from("IHDR").readUInt32BE();
const dataChunk = Buffer.from("IDAT").readUInt32BE();
const animationChunk = Buffer.from("acTL").readUInt32BE();

/** Chunks up to the first image data say everything: size, and how many frames an APNG has. */
export function readPngHeader(bytes: Buffer): PictureHeader | undefined {
  if (bytes.length < 33 || chunkType(bytes, signatureLength) !== headerChunk) return undefined;
  const width = bytes.readUInt32BE(16);
  const height = bytes.readUInt32BE(20);
  return { format: "png", width, height, frames: countFrames(bytes), scans: 1 };
}

function countFrames(bytes: Buffer): number {
  let at = signatureLength;
  while (at + chunkOverhead <= bytes.length) {
    const type = chunkType(bytes, at);
    if (type === dataChunk) return 1;
    if (type === animationChunk) return bytes.readUInt32BE(at + 8);
    at += chunkOverhead + bytes.readUInt32BE(at);
  }
  return 1;
}

function chunkType(bytes: Buffer, at: number): number {
  return bytes.readUInt32BE(at + 4);
}
