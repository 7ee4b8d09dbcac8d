import sharp from "sharp";

const SOF2 = 0xc2;
const SOS = 0xda;
const HUFFMAN = 0xc4;

/** Where each marker segment of a JPEG begins, those inside scans passed over. */
function segmentsOf(bytes: Buffer): { code: number; from: number }[] {
  const found: { code: number; from: number }[] = [];
  let at = 2;
  while (at + 4 < bytes.length) {
    const code = bytes[at + 1] ?? 0;
    if (bytes[at] !== 0xff || code === 0x00 || (code >= 0xd0 && code <= 0xd9)) {
      at += 1;
      continue;
    }
    found.push({ code, from: at });
    at += 2 + bytes.readUInt16BE(at + 2);
  }
  return found;
}

const noise = (width: number, height: number) =>
  sharp({
    create: {
      width,
      height,
      channels: 3,
      background: "#808080",
      noise: { type: "gaussian", mean: 128, sigma: 30 },
    },
  });

/** A true progressive JPEG whose last scan comes again and again: each time the whole picture is gone over. */
export async function buildScans(scans: number, side = 256): Promise<Buffer> {
  const jpeg = await noise(side, side).jpeg({ progressive: true, quality: 60 }).toBuffer();
  const segments = segmentsOf(jpeg);
  const starts = segments.filter(({ code }) => code === SOS);
  const lastScan = starts.at(-1)?.from ?? 0;
  // With the tables that stand before it.
  const tables = segments.filter(({ code, from }) => code === HUFFMAN && from < lastScan).at(-1);
  const before = starts.at(-2)?.from ?? 0;
  const from = tables && tables.from > before ? tables.from : lastScan;
  const again = jpeg.subarray(from, -2);
  const repeats = Array.from({ length: Math.max(0, scans - starts.length) }, () => again);
  return Buffer.concat([jpeg.subarray(0, -2), ...repeats, jpeg.subarray(-2)]);
}

/** A true JPEG that says that it is of another size. */
export async function buildSized(width: number, height: number): Promise<Buffer> {
  const jpeg = await noise(64, 64).jpeg().toBuffer();
  const frame = segmentsOf(jpeg).find(({ code }) => code >= 0xc0 && code <= SOF2);
  if (!frame) throw new Error("A JPEG without a frame");
  jpeg.writeUInt16BE(height, frame.from + 5);
  jpeg.writeUInt16BE(width, frame.from + 7);
  return jpeg;
}
