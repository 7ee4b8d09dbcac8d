import { readFileSync } from "node:fs";
import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { prepareZXingModule, writeBarcode } from "zxing-wasm/writer";
import { drawParcelPhoto } from "#storage/pictures/draw-parcel.ts";
import { openPicturePool, type PicturePool } from "#storage/pictures/picture-pool.ts";
import { readEvidence } from "#storage/pictures/read-evidence.ts";
import { hasExiftool, listMetadata } from "../support/exiftool.ts";
import { readJpeg } from "../support/read-jpeg.ts";
import { readPhoto } from "../support/read-photo.ts";

const WRITER = "node_modules/zxing-wasm/dist/writer/zxing_writer.wasm";

let pool: PicturePool;
beforeAll(() => {
  const patience = { waitMs: 20_000, decodeMs: 20_000 };
  pool = openPicturePool({ children: 1, ...patience, labels: patience });
});
afterAll(() => pool.close());

async function normalise(bytes: Uint8Array) {
  const picture = await pool.receive([bytes]);
  return pool.normalise(picture).finally(picture.discard);
}
async function readLabels(bytes: Uint8Array) {
  const picture = await pool.receive([bytes]);
  return pool.readLabels(picture).finally(picture.discard);
}
const metadataOf = (pictures: Uint8Array[]) =>
  hasExiftool ? listMetadata(pictures) : pictures.map((bytes) => readJpeg(bytes).metadata);

const parcel = (resi: string) => drawParcelPhoto({ resi, courier: "idx", seed: 1, kind: "ready" });

describe("what a camera wrote down", () => {
  const exif = {
    IFD0: { Make: "samsung", Model: "samsung SM-A146P\u0007" },
    IFD2: { DateTimeOriginal: "2026:11:24 14:05:09" },
    IFD3: {
      GPSLatitudeRef: "S",
      GPSLatitude: "6/1 12/1 30/1",
      GPSLongitudeRef: "E",
      GPSLongitude: "106/1 49/1 12/1",
    },
  };

  it("is read, and in neither size any more", async () => {
    const bytes = await sharp(await parcel("IDX1"))
      .withExif(exif)
      .jpeg()
      .toBuffer();
    const { full, thumb, ...said } = await normalise(bytes);
    expect(said).toMatchObject({ capturedAt: "2026-11-24T14:05:09", device: "samsung SM-A146P" });
    expect(said.gps?.latitude).toBeCloseTo(-6.2083, 3);
    expect(said.gps?.longitude).toBeCloseTo(106.82, 3);
    const [before, ...after] = metadataOf([bytes, full.bytes, thumb.bytes]);
    expect(before).not.toEqual([]);
    expect(after).toEqual([[], []]);
  });

  it("is nothing where it is broken, whatever stands there", () => {
    const whole = Buffer.from("Exif\0\0MM\0*\0\0\0\x08\0\x02", "latin1");
    const hostile = Buffer.alloc(60_000, 0x01);
    whole.copy(hostile);
    for (const block of [undefined, Buffer.alloc(0), whole, hostile, Buffer.alloc(70_000)])
      expect(readEvidence(block)).toEqual({ capturedAt: null, device: null, gps: null });
  });

  it("leaves sixteen upright pictures without a word", async () => {
    const variants: Uint8Array[] = [];
    for (const shape of ["landscape", "portrait"])
      for (let way = 1; way <= 8; way += 1) {
        const file = `tests/storage/fixtures/${shape}-${way}.jpg`;
        const { full, thumb } = await normalise(readFileSync(file));
        variants.push(full.bytes, thumb.bytes);
      }
    expect(metadataOf(variants)).toEqual(variants.map(() => []));
  });
});

const countDifferentBits = (a: string, b: string) =>
  (BigInt(`0x${a}`) ^ BigInt(`0x${b}`)).toString(2).replaceAll("0", "").length;

describe("the hash of a picture", () => {
  const hashOf = async (bytes: Uint8Array) => (await normalise(bytes)).perceptualHash ?? "0";

  it("stays near when it is saved again, shrunk or brightened, and is far for another", async () => {
    const photo = await parcel("IDX1");
    const hash = await hashOf(photo);
    const again = [
      await sharp(photo).jpeg({ quality: 40 }).toBuffer(),
      await sharp(photo).resize(500).webp().toBuffer(),
      await sharp(photo).modulate({ brightness: 1.2 }).png().toBuffer(),
    ];
    for (const bytes of again)
      expect(countDifferentBits(hash, await hashOf(bytes))).toBeLessThan(10);
    expect(countDifferentBits(hash, await hashOf(readPhoto()))).toBeGreaterThan(15);
  });

  it("is none where there is nothing to see", async () => {
    const create = { width: 300, height: 200, channels: 3, background: "#101010" } as const;
    const wall = await normalise(await sharp({ create }).jpeg().toBuffer());
    expect(wall.perceptualHash).toBe(null);
    expect(wall.advice).toEqual(["too_dark", "too_small"]);
  });
});

describe("advice", () => {
  it("is given to what is dark, pale, blurred or small, and to nothing else", async () => {
    const photo = sharp(await parcel("IDX1"));
    const cases: [string[], Promise<Buffer>][] = [
      [[], photo.clone().toBuffer()],
      [["too_dark"], photo.clone().linear(0.15, 0).toBuffer()],
      [["too_bright"], photo.clone().linear(0.4, 190).toBuffer()],
      [["blurred"], photo.clone().blur(9).toBuffer()],
      [["too_small"], photo.clone().resize(480, 360).toBuffer()],
    ];
    for (const [advice, bytes] of cases)
      expect((await normalise(await bytes)).advice).toEqual(advice);
  });
});

describe("the label", () => {
  it("is read from bars and squares, turned as a hand holds it, and is nothing where there is none", async () => {
    const { buffer } = new Uint8Array(readFileSync(WRITER));
    await prepareZXingModule({ overrides: { wasmBinary: buffer }, fireImmediately: true });
    const draw = async (text: string, format: "Code128" | "QRCode") => {
      const { image } = await writeBarcode(text, { format, scale: 3 });
      return Buffer.from((await image?.arrayBuffer()) ?? new ArrayBuffer(0));
    };
    const photo = await sharp(await parcel("IDX1"))
      .composite([
        { input: await draw("IDX1234567890", "Code128"), left: 30, top: 30 },
        { input: await draw("https://example.test/JX1", "QRCode"), left: 700, top: 500 },
      ])
      .rotate(8)
      .jpeg()
      .toBuffer();
    expect((await readLabels(photo))?.toSorted()).toEqual([
      "IDX1234567890",
      "https://example.test/JX1",
    ]);
    expect(await readLabels(readPhoto())).toEqual([]);
  });

  it("of what is no picture is nothing", async () => {
    expect(await readLabels(readPhoto().subarray(0, 300))).toBe(null);
  });
});
