import { readFileSync } from "node:fs";
import fc from "fast-check";
import sharp from "sharp";
import { describe, expect, it } from "vitest";
import { MOST_PIXELS, nameAsJpeg, sizeWithin } from "#app/hooks/photos/draw-jpeg.ts";
import { findExif, uprightExif, withExif, wrapExif } from "#app/hooks/photos/exif-segment.ts";
import { exifOfHeic } from "#app/hooks/photos/heic-exif.ts";
import { isSlowLine } from "#app/hooks/photos/slow-line.ts";
import { kindOf } from "#app/hooks/photos/sniff-file.ts";
import { hasExiftool, readTags } from "../support/exiftool.ts";

const HEIC = new Uint8Array(readFileSync("tests/fixtures/photos/label.heic"));
const WHEN = "2026:11:25 09:12:00";
const textOf = (bytes: Uint8Array) => Buffer.from(bytes).toString("latin1");
const bytesOf = (text: string) => new Uint8Array(Buffer.from(text, "latin1"));
const boxOf = (...brands: string[]) => {
  const size = String.fromCharCode(0, 0, 0, 12 + 4 * brands.length);
  return bytesOf(`${size}ftyp${brands[0]}\0\0\0\0${brands.slice(1).join("")}`);
};

const drawJpeg = (orientation: number) =>
  sharp({ create: { width: 80, height: 40, channels: 3, background: "#846" } })
    .withExif({
      IFD0: { Make: "Uji" },
      IFD2: { DateTimeOriginal: WHEN, MakerNote: "catatan pembuat" },
      IFD3: { GPSLatitudeRef: "S", GPSLatitude: "6/1 54/1 0/1" },
    })
    .withMetadata({ orientation })
    .jpeg()
    .toBuffer();

describe("what a file is", () => {
  it("is known by its bytes", () => {
    const kinds: [Uint8Array, string][] = [
      [bytesOf("\xff\xd8\xff\xe0"), "jpeg"],
      [bytesOf("\x89PNG\r\n\x1a\n"), "png"],
      [bytesOf("RIFF\0\0\0\0WEBPVP8 "), "webp"],
      [HEIC, "heic"],
      [boxOf("mif1", "mif1", "heic"), "heic"],
      [boxOf("mif1", "mif1", "avif"), "picture"],
      [boxOf("avif", "mif1"), "picture"],
      [boxOf("qt  "), "video"],
      [boxOf("mp42", "isom"), "video"],
      [bytesOf("RIFF\0\0\0\0AVI LIST"), "video"],
      [bytesOf("\x1aE\xdf\xa3"), "video"],
      [bytesOf("\n%PDF-1.4"), "pdf"],
      [bytesOf("PK\x03\x04"), "other"],
      [new Uint8Array(), "other"],
    ];
    for (const [bytes, kind] of kinds)
      expect([textOf(bytes.slice(0, 12)), kindOf(bytes)]).toEqual([
        textOf(bytes.slice(0, 12)),
        kind,
      ]);
  });

  it("is some kind whatever the bytes are", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 80 }), (bytes) => typeof kindOf(bytes) === "string"),
    );
  });
});

describe("EXIF of a photo that is drawn anew", () => {
  it("keeps the time and the place, and stands upright", async () => {
    for (const orientation of [3, 6, 8]) {
      const from = await drawJpeg(orientation);
      const segment = findExif(from);
      const plain = await sharp(from).autoOrient().jpeg().toBuffer();
      expect(findExif(plain)).toBeUndefined();
      const parts = withExif(plain, segment && uprightExif(segment)) as Uint8Array[];
      const { exif, orientation: now } = await sharp(Buffer.concat(parts)).metadata();
      expect(now).toBe(1);
      expect(textOf(exif ?? new Uint8Array())).toContain(WHEN);
    }
  });

  it("loses the thumbnail, which would show what a box covers, and the maker's note", () => {
    const note = "\x80\x92secret".slice(2);
    // A big-endian header, one directory with a thumbnail behind it.
    const tiff = bytesOf(
      `MM\0\x2a\0\0\0\x08${"\0\x01"}\x01\x12\0\x03\0\0\0\x01\0\x06\0\0\0\0\0\x1a${"\0\x02"}\x02\x01\0\x04\0\0\0\x01\0\0\0\x38\x02\x02\0\x04\0\0\0\x01\0\0\0\x06\0\0\0\0${note}`,
    );
    const segment = wrapExif(tiff) ?? new Uint8Array();
    expect(textOf(segment)).toContain("secret");
    const upright = uprightExif(segment) ?? new Uint8Array();
    expect(upright).toHaveLength(segment.length);
    expect(textOf(upright)).not.toContain("secret");
  });

  it("is left out where it is broken, and never throws", () => {
    expect(
      uprightExif(wrapExif(bytesOf("MM\0\x2a\xff\xff\xff\xff")) ?? new Uint8Array()),
    ).toBeUndefined();
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 8, maxLength: 200 }), (tiff) => {
        const segment = wrapExif(tiff);
        if (segment) uprightExif(segment);
        findExif(tiff);
        exifOfHeic(tiff);
      }),
    );
  });

  it("comes out of a HEIC file as a JPEG has it", () => {
    const segment = exifOfHeic(HEIC);
    expect(textOf(segment ?? new Uint8Array())).toContain(WHEN);
    expect(exifOfHeic(HEIC.slice(0, 1_700))).toBeUndefined();
  });

  it.runIf(hasExiftool)("reads well to exiftool", async () => {
    const from = await drawJpeg(6);
    const segment = findExif(from);
    const plain = await sharp(from).autoOrient().jpeg().toBuffer();
    const upright = Buffer.concat(withExif(plain, segment && uprightExif(segment)) as Uint8Array[]);
    const [read] = readTags([upright], "-n");
    expect(read).toMatchObject({ Orientation: 1, DateTimeOriginal: WHEN, GPSLatitude: -6.9 });
    expect(read?.Warning).toBeUndefined();
  });
});

describe("what is made smaller", () => {
  it("is what goes over a slow line, or an unknown one of a touch device", () => {
    expect(isSlowLine({ effectiveType: "4g", downlink: 10 }, true)).toBe(false);
    expect(isSlowLine({ effectiveType: "3g", downlink: 10 }, false)).toBe(true);
    expect(isSlowLine({ effectiveType: "4g", downlink: 1 }, false)).toBe(true);
    expect(isSlowLine({ saveData: true, effectiveType: "4g" }, false)).toBe(true);
    expect([isSlowLine(undefined, true), isSlowLine(undefined, false)]).toEqual([true, false]);
  });

  it("keeps its shape, never grows, and fits what a phone can draw", () => {
    expect(sizeWithin(4000, 3000, 2560)).toEqual({ width: 2560, height: 1920 });
    expect(sizeWithin(800, 600, 2560)).toEqual({ width: 800, height: 600 });
    const { width, height } = sizeWithin(9000, 6000, 16_383);
    expect(width * height).toBeLessThanOrEqual(MOST_PIXELS * 1.001);
    expect(sizeWithin(16_000, 2, 100)).toEqual({ width: 100, height: 1 });
    expect([nameAsJpeg("IMG_1.HEIC"), nameAsJpeg("")]).toEqual(["IMG_1.jpg", "foto.jpg"]);
  });
});
