import { crc32, deflateSync } from "node:zlib";

const SIGNATURE = Buffer.from("\x89PNG\r\n\x1a\n", "latin1");

export function chunk(type: string, data: Uint8Array): Buffer {
  const named = Buffer.concat([Buffer.from(type, "latin1"), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.byteLength);
  sum.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, sum]);
}

function header(width: number, height: number): Buffer {
  const data = Buffer.alloc(13);
  data.writeUInt32BE(width, 0);
  data.writeUInt32BE(height, 4);
  // Eight bits of grey.
  data[8] = 8;
  return chunk("IHDR", data);
}

/** A grey PNG, true as far as its rows go. @param extra chunks between header and picture */
export function buildPng(width: number, height: number, extra: Buffer[] = [], rows = height) {
  const data = deflateSync(Buffer.alloc(rows * (width + 1), 0));
  const parts = [SIGNATURE, header(width, height), ...extra, chunk("IDAT", data)];
  return Buffer.concat([...parts, chunk("IEND", Buffer.alloc(0))]);
}

/** Says that it moves. */
export function animation(frames: number): Buffer {
  const data = Buffer.alloc(8);
  data.writeUInt32BE(frames);
  return chunk("acTL", data);
}

/** Text of `bytes` zeros in a thousandth of the space. */
export const packedText = (bytes: number) =>
  chunk("zTXt", Buffer.concat([Buffer.from("Comment\0\0", "latin1"), pack(bytes)]));

export const packedProfile = (bytes: number) =>
  chunk("iCCP", Buffer.concat([Buffer.from("icc\0\0", "latin1"), pack(bytes)]));

const pack = (bytes: number) => deflateSync(Buffer.alloc(bytes));
