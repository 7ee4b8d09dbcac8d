const exifPointer = 0x8769;
const dateTimeOriginal = 0x9003;
const exifDate = /^(\d{4}):(\d\d):(\d\d) (\d\d):(\d\d):(\d\d)/;

type Tiff = { bytes: Buffer; u16(at: number): number; u32(at: number): number };

/**
 * The camera's clock when the picture was taken, as local text without a zone
 * ("2024-05-01T10:11:12"): what the phone believed, never a proof.
 */
export function findCapturedAt(exif: Buffer | undefined): string | null {
  if (!exif) return null;
  try {
    return readCapturedAt(exif);
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

function readCapturedAt(exif: Buffer): string | null {
  const tiff = openTiff(exif);
  if (!tiff) return null;
  const pointer = findEntry(tiff, tiff.u32(4), exifPointer);
  if (pointer === undefined) return null;
  const entry = findEntry(tiff, tiff.u32(pointer + 8), dateTimeOriginal);
  if (entry === undefined) return null;
  const start = tiff.u32(entry + 8);
  return toLocalText(tiff.bytes.toString("latin1", start, start + 19));
}

function openTiff(exif: Buffer): Tiff | undefined {
  const bytes = exif.toString("latin1", 0, 6) === "Exif\0\0" ? exif.subarray(6) : exif;
  const order = bytes.toString("latin1", 0, 2);
  if (order === "II") {
    return { bytes, u16: (at) => bytes.readUInt16LE(at), u32: (at) => bytes.readUInt32LE(at) };
  }
  if (order === "MM") {
    return { bytes, u16: (at) => bytes.readUInt16BE(at), u32: (at) => bytes.readUInt32BE(at) };
  }
  return undefined;
}

function findEntry(tiff: Tiff, directory: number, tag: number): number | undefined {
  const count = tiff.u16(directory);
  for (let index = 0; index < count; index++) {
    const entry = directory + 2 + index * 12;
    if (tiff.u16(entry) === tag) return entry;
  }
  return undefined;
}

function toLocalText(text: string): string | null {
  const match = exifDate.exec(text);
  if (!match) return null;
  const [, year, month, day, hour, minute, second] = match;
  const local = `${year}-${month}-${day}T${hour}:${minute}:${second}`;
  const parsed = new Date(`${local}Z`);
  const exists = !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(local);
  return exists ? local : null;
}
