import type { NormalisedPicture } from "./normalise-picture.ts";

/** The header that names whose picture it is. */
export const SENDER = "x-sender";

/** A line of JSON, then the bytes of both sizes: neither in base64 nor as parts that have to be searched for. */
export function pack(picture: NormalisedPicture): Buffer {
  const { full, thumb, ...rest } = picture;
  const sizes = [full, thumb].map(({ bytes, ...size }) => ({ ...size, length: bytes.byteLength }));
  const line = Buffer.from(`${JSON.stringify({ ...rest, sizes })}\n`);
  return Buffer.concat([line, full.bytes, thumb.bytes]);
}

/** Throws where it is not what `pack` made. */
export function readPacked(packed: Buffer): NormalisedPicture {
  const lineEnd = packed.indexOf("\n");
  const { sizes, ...rest } = JSON.parse(packed.toString("utf8", 0, lineEnd));
  let at = lineEnd + 1;
  const [full, thumb] = sizes.map(({ length, ...size }: { length: number }) => {
    const bytes = packed.subarray(at, at + length);
    at += length;
    return { ...size, bytes };
  });
  if (at !== packed.length) throw new Error("Cut off");
  return { ...rest, full, thumb };
}
