const BANDS = 7;
const COEFFICIENTS = 63;
const LEVELS = 14;

function segment(code: number, ...body: number[]): Buffer {
  const length = body.length + 2;
  return Buffer.from([0xff, code, length >> 8, length & 0xff, ...body]);
}

/** A table of one code, the bit 0: "no change" of a mean, "nothing more" of a block. */
const oneCode = (kind: number) => segment(0xc4, kind, 1, ...Array(15).fill(0), 0);

const scan = (bits: Buffer, from: number, to: number, levels: number) =>
  Buffer.concat([segment(0xda, 1, 1, 0, from, to, levels), bits]);

/** From the coarsest bit to the finest, as the format wants it. */
function bandOf(bits: Buffer, band: number): Buffer {
  const width = COEFFICIENTS / BANDS;
  const [from, to] = [1 + band * width, (band + 1) * width];
  const levels = Array.from({ length: LEVELS }, (_, turn) => LEVELS - 1 - turn);
  const first = (level: number) => (level === LEVELS - 1 ? 0 : level + 1);
  return Buffer.concat(levels.map((level) => scan(bits, from, to, (first(level) << 4) | level)));
}

/**
 * A true grey picture within every limit that takes as long to decode as one can: each scan goes over each block
 * again and finds nothing new. Both sides are multiples of 64; it has 99 scans.
 */
export function buildSlowJpeg(width: number, height: number): Buffer {
  const bits = Buffer.alloc(((width / 8) * (height / 8)) / 8);
  const sides = [height >> 8, height & 0xff, width >> 8, width & 0xff];
  return Buffer.concat([
    Buffer.from([0xff, 0xd8]),
    segment(0xdb, 0, ...Array(64).fill(1)),
    segment(0xc2, 8, ...sides, 1, 1, 0x11, 0),
    oneCode(0x00),
    oneCode(0x10),
    scan(bits, 0, 0, 0),
    ...Array.from({ length: BANDS }, (_, band) => bandOf(bits, band)),
    Buffer.from([0xff, 0xd9]),
  ]);
}
