const SOI = 0xd8;
const SOS = 0xda;
const APP1 = 0xe1;
const EXIF = "Exif\0\0";
const ORIENTATION = 0x0112;
const EXIF_IFD = 0x8769;
const MAKER_NOTE = 0x927c;
const ENTRY_BYTES = 12;

const textAt = (bytes: Uint8Array, at: number, length: number) =>
  String.fromCharCode(...bytes.subarray(at, at + length));

/** The EXIF segment of a JPEG, with its marker; undefined where there is none. */
export function findExif(jpeg: Uint8Array): Uint8Array | undefined {
  let at = 2;
  while (jpeg[at] === 0xff && at + 4 <= jpeg.length) {
    const marker = jpeg[at + 1] ?? 0;
    if (marker === SOS || marker === SOI) return undefined;
    const length = 2 + (jpeg[at + 2] ?? 0) * 256 + (jpeg[at + 3] ?? 0);
    if (marker === APP1 && textAt(jpeg, at + 4, EXIF.length) === EXIF)
      return jpeg.slice(at, at + length);
    at += length;
  }
  return undefined;
}

type Directory = { tags: Map<number, number>; nextAt: number };

/** @returns where each tag's entry begins, and where the pointer to the next directory stands. */
function readDirectory(view: DataView, at: number, isLittle: boolean): Directory {
  const count = view.getUint16(at, isLittle);
  const tags = new Map<number, number>();
  for (let n = 0; n < count; n += 1) {
    const entry = at + 2 + n * ENTRY_BYTES;
    tags.set(view.getUint16(entry, isLittle), entry);
  }
  return { tags, nextAt: at + 2 + count * ENTRY_BYTES };
}

/**
 * The same segment for pixels that stand upright. The thumbnail of before goes, and so does the
 * maker's note, which may hold one more: either would show what a cover box hides.
 */
export function uprightExif(segment: Uint8Array): Uint8Array | undefined {
  const bytes = segment.slice();
  // Offsets count from the header behind the marker, the length and the name.
  const tiff = new DataView(bytes.buffer, bytes.byteOffset + 4 + EXIF.length);
  try {
    const isLittle = tiff.getUint16(0) === 0x4949;
    const main = readDirectory(tiff, tiff.getUint32(4, isLittle), isLittle);
    const orientation = main.tags.get(ORIENTATION);
    if (orientation !== undefined) tiff.setUint16(orientation + 8, 1, isLittle);
    blankThumbnail(tiff, main.nextAt, isLittle);
    const pointer = main.tags.get(EXIF_IFD);
    if (pointer === undefined) return bytes;
    const exif = readDirectory(tiff, tiff.getUint32(pointer + 8, isLittle), isLittle);
    const note = exif.tags.get(MAKER_NOTE);
    if (note !== undefined) {
      const length = tiff.getUint32(note + 4, isLittle);
      if (length > 4) blank(tiff, tiff.getUint32(note + 8, isLittle), length);
    }
    return bytes;
  } catch {
    // Offsets that point nowhere: better no EXIF than a broken file.
    return undefined;
  }
}

function blankThumbnail(tiff: DataView, pointerAt: number, isLittle: boolean): void {
  const at = tiff.getUint32(pointerAt, isLittle);
  if (at === 0) return;
  const { tags } = readDirectory(tiff, at, isLittle);
  const numberIn = (tag: number) => {
    const entry = tags.get(tag);
    return entry === undefined ? 0 : tiff.getUint32(entry + 8, isLittle);
  };
  blank(tiff, numberIn(0x0201), numberIn(0x0202));
  tiff.setUint32(pointerAt, 0, isLittle);
}

function blank(tiff: DataView, at: number, length: number): void {
  if (at === 0) return;
  new Uint8Array(tiff.buffer, tiff.byteOffset + at, length).fill(0);
}

/** Puts a segment to the front of a JPEG, where readers look for it. */
export const withExif = (jpeg: Uint8Array, segment: Uint8Array | undefined): BlobPart[] =>
  segment
    ? [jpeg.slice(0, 2) as BlobPart, segment as BlobPart, jpeg.slice(2) as BlobPart]
    : [jpeg as BlobPart];

/** A segment around a bare TIFF block, as HEIC holds it; undefined where it would not fit. */
export function wrapExif(tiff: Uint8Array): Uint8Array | undefined {
  const length = 2 + EXIF.length + tiff.length;
  if (length > 0xffff) return undefined;
  const head = [0xff, APP1, length >> 8, length & 0xff];
  return new Uint8Array([...head, ...Array.from(EXIF, (letter) => letter.charCodeAt(0)), ...tiff]);
}
