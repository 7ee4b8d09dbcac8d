import sharp from "sharp";
import { type SeededRandom, seededRandom } from "#storage/pictures/drawing/seeded-random.ts";
import { bombs, oddities } from "../../factories/pictures/bombs.ts";
import { buildSlowJpeg } from "../../factories/pictures/slow-jpeg.ts";
import type { Sample } from "./corpus.ts";

/** Within every limit, and as slow as one can be: more than there are children. */
const SLOW = 4;
const FORMATS = ["jpeg", "png", "webp"] as const;
const FOREIGN: Record<string, string> = {
  svg: '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>',
  pdf: "%PDF-1.7\n1 0 obj<</OpenAction<</S/JavaScript>>>>endobj",
  tiff: "II*\0\b\0\0\0",
  bmp: "BM\x36\0\0\0",
  gif: "GIF89a<script>alert(1)</script>",
  html: "<!doctype html><script>alert(1)</script>",
  zip: "PK\x03\x04\x14\0",
  heic: "\0\0\0\x18ftypheic\0\0\0\0heicmif1",
};

async function buildBases(random: SeededRandom): Promise<Buffer[]> {
  const [width, height] = [random.whole(200, 500), random.whole(200, 500)];
  const pixels = Buffer.from(
    Array.from({ length: width * height * 3 }, () => random.whole(0, 255)),
  );
  const source = sharp(pixels, { raw: { width, height, channels: 3 } }).withExif({
    IFD0: { Make: "samsung", Model: "SM-A146P" },
  });
  return [
    await source.clone().jpeg().toBuffer(),
    await source.clone().jpeg({ progressive: true }).toBuffer(),
    await source.clone().toColourspace("cmyk").jpeg().toBuffer(),
    ...(await Promise.all(FORMATS.map((format) => source.clone().toFormat(format).toBuffer()))),
  ];
}

const place = (random: SeededRandom, bytes: Uint8Array) => random.whole(0, bytes.length - 1);

/** What lines, disks and people with bad intentions do to bytes. */
const MUTATIONS: ((bytes: Buffer, random: SeededRandom) => Buffer)[] = [
  (bytes, random) => bytes.subarray(0, place(random, bytes)),
  (bytes, random) => {
    for (let n = 0; n < 20; n += 1) bytes[place(random, bytes)] = random.whole(0, 255);
    return bytes;
  },
  // In the first bytes, where lengths and sizes are.
  (bytes, random) => {
    for (let n = 0; n < 4; n += 1)
      bytes[place(random, bytes.subarray(0, 600))] = random.whole(0, 255);
    return bytes;
  },
  (bytes, random) => {
    const from = place(random, bytes);
    return Buffer.concat([bytes.subarray(0, from), bytes.subarray(from / 2)]);
  },
  (bytes, random) => bytes.fill(0xff, place(random, bytes), place(random, bytes)),
  (bytes) => Buffer.concat([bytes, Buffer.from("<script>alert(1)</script>PK\x03\x04")]),
];

async function buildMutation(seed: number, at: number): Promise<Buffer> {
  const random = seededRandom(`mutation:${at}`, seed);
  const bases = await buildBases(random);
  const base = bases[at % bases.length] as Buffer;
  const mutate = MUTATIONS[Math.floor(at / bases.length) % MUTATIONS.length];
  return mutate?.(Buffer.from(base), random) ?? base;
}

/** A hostile corpus of our own, the same for the same seed. @param mutations how many damaged pictures */
export function makeCorpus(seed: number, mutations: number): Sample[] {
  const good = Array.from({ length: 6 }, (_, at) => ({
    file: `good/${at}`,
    folder: "good",
    read: async () => (await buildBases(seededRandom("good", seed)))[at] as Buffer,
  }));
  const bombsAndOddities = [...bombs, ...oddities].map(({ name, make }) => ({
    file: `bombs/${name}`,
    folder: "bombs",
    read: make,
  }));
  const foreign = Object.entries(FOREIGN).map(([name, text]) => ({
    file: `foreign/${name}.jpg`,
    folder: "foreign",
    read: () => Buffer.from(text, "latin1"),
  }));
  const slow = Array.from({ length: mutations > 0 ? SLOW : 0 }, (_, at) => ({
    file: `slow/${at}`,
    folder: "slow",
    read: () => buildSlowJpeg(7_680, 6_464),
  }));
  const mutated = Array.from({ length: mutations }, (_, at) => ({
    file: `mutated/${at}`,
    folder: "mutated",
    read: () => buildMutation(seed, at),
  }));
  return [...good, ...foreign, ...bombsAndOddities, ...slow, ...mutated];
}
