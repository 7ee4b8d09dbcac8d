import { wrapExif } from "./exif-segment.ts";

type Box = { type: string; from: number; to: number };

/** Reads big-endian numbers one after the other. */
function reader(bytes: Uint8Array, from: number) {
  let at = from;
  const number = (size: number) => {
    let value = 0;
    for (let n = 0; n < size; n += 1) value = value * 256 + (bytes[at + n] ?? 0);
    at += size;
    return value;
  };
  const skip = (size: number) => {
    at += size;
  };
  const text = (size: number) => {
    skip(size);
    return String.fromCharCode(...bytes.subarray(at - size, at));
  };
  return { number, text, skip, at: () => at };
}

function* boxesIn(bytes: Uint8Array, from: number, to: number): Generator<Box> {
  let at = from;
  while (at + 8 <= to) {
    const read = reader(bytes, at);
    let size = read.number(4);
    const type = read.text(4);
    if (size === 1) size = read.number(8);
    const end = size === 0 ? to : at + size;
    if (end <= at || end > to) return;
    yield { type, from: read.at(), to: end };
    at = end;
  }
}

const findBox = (bytes: Uint8Array, type: string, within: Pick<Box, "from" | "to">) =>
  [...boxesIn(bytes, within.from, within.to)].find((box) => box.type === type);

/** The number of the item that is EXIF, among the items' entries. */
function findExifItem(bytes: Uint8Array, list: Box): number | undefined {
  const read = reader(bytes, list.from);
  const version = read.number(1);
  read.skip(3 + (version === 0 ? 2 : 4));
  for (const { type, from, to } of boxesIn(bytes, read.at(), list.to)) {
    if (type !== "infe" || to - from < 12) continue;
    const entry = reader(bytes, from);
    const isWide = entry.number(1) === 3;
    entry.skip(3);
    const item = entry.number(isWide ? 4 : 2);
    entry.skip(2);
    if (entry.text(4) === "Exif") return item;
  }
  return undefined;
}

/** Where an item's bytes stand in the file. */
function findPlace(bytes: Uint8Array, places: Box, wanted: number) {
  const read = reader(bytes, places.from);
  const version = read.number(1);
  read.skip(3);
  const sizes = read.number(2);
  const [offset, length, base, index] = [12, 8, 4, 0].map((bits) => (sizes >> bits) & 15) as [
    number,
    number,
    number,
    number,
  ];
  const count = read.number(version === 2 ? 4 : 2);
  for (let n = 0; n < count; n += 1) {
    const item = read.number(version === 2 ? 4 : 2);
    if (version > 0) read.skip(2);
    read.skip(2);
    const start = read.number(base);
    const extents = read.number(2);
    for (let part = 0; part < extents; part += 1) {
      if (version > 0) read.skip(index);
      const from = start + read.number(offset);
      const size = read.number(length);
      if (item === wanted) return { from, to: from + size };
    }
  }
  return undefined;
}

/** The EXIF of a HEIC file as a JPEG has it, since turning it into one loses it. */
export function exifOfHeic(bytes: Uint8Array): Uint8Array | undefined {
  const meta = findBox(bytes, "meta", { from: 0, to: bytes.length });
  if (!meta) return undefined;
  const inside = { from: meta.from + 4, to: meta.to };
  const list = findBox(bytes, "iinf", inside);
  const places = findBox(bytes, "iloc", inside);
  const item = list && findExifItem(bytes, list);
  const place = item !== undefined && places && findPlace(bytes, places, item);
  if (!place || place.to > bytes.length) return undefined;
  // The first four bytes say how far behind them the TIFF block begins.
  const skipped = 4 + reader(bytes, place.from).number(4);
  return wrapExif(bytes.slice(place.from + skipped, place.to));
}
