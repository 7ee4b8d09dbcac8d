import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openPicturePool, type PicturePool } from "#storage/pictures/picture-pool.ts";
import { readJpeg } from "../support/read-jpeg.ts";

let pool: PicturePool;
beforeAll(() => {
  pool = openPicturePool({ children: 1, waitMs: 20_000, decodeMs: 20_000 });
});
afterAll(() => pool.close());

const fixture = (name: string) =>
  new Uint8Array(readFileSync(`tests/storage/fixtures/${name}.jpg`));
const text = (words: string) => new TextEncoder().encode(words);
async function normalise(bytes: Uint8Array, by = pool) {
  const picture = await by.receive([bytes]);
  return by.normalise(picture).finally(picture.discard);
}
const codeOf = (bytes: Uint8Array, by = pool) =>
  normalise(bytes, by).then(
    () => "accepted",
    (error: { code?: string }) => error.code,
  );
const flat = (format: "png" | "webp" | "jpeg" | "gif" | "tiff", width = 60, height = 40) =>
  sharp({
    create: { width, height, channels: 4, background: { r: 200, g: 30, b: 30, alpha: 0.5 } },
  })
    .toFormat(format)
    .toBuffer();

/** Mean colour of each quarter, to compare which way up two pictures are. */
async function quarters(bytes: Uint8Array) {
  const { data } = await sharp(bytes)
    .resize(2, 2, { fit: "fill" })
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  return [...data];
}

describe("a picture", () => {
  for (const shape of ["landscape", "portrait"]) {
    it(`is upright whichever of the eight ways a ${shape} camera held it`, async () => {
      const upright = await quarters((await normalise(fixture(`${shape}-1`))).full.bytes);
      for (let way = 1; way <= 8; way += 1) {
        const { full } = await normalise(fixture(`${shape}-${way}`));
        expect(full.width > full.height).toBe(shape === "landscape");
        const differences = (await quarters(full.bytes)).map((value, at) =>
          Math.abs(value - (upright[at] ?? 0)),
        );
        expect(Math.max(...differences)).toBeLessThan(12);
      }
    });
  }

  it("says nothing of its maker in either size, and its hash is that of what was sent", async () => {
    const bytes = fixture("landscape-6");
    expect(readJpeg(bytes).metadata).not.toEqual([]);
    const { full, thumb, originalSha256 } = await normalise(bytes);
    for (const variant of [full, thumb]) expect(readJpeg(variant.bytes).metadata).toEqual([]);
    expect(originalSha256).toBe(createHash("sha256").update(bytes).digest("hex"));
  });

  it("is bounded, and taken as JPEG, PNG or WebP by its bytes", async () => {
    const { full, thumb } = await normalise(await flat("jpeg", 4000, 2000));
    expect([full.width, full.height, thumb.width]).toEqual([2560, 1280, 400]);
    for (const format of ["png", "webp"] as const)
      expect(await codeOf(await flat(format))).toBe("accepted");
  });

  it("loses what was hidden behind its end", async () => {
    const { full } = await normalise(
      Buffer.concat([fixture("portrait-1"), text("<script>alert(1)</script>PK\x03\x04")]),
    );
    expect(Buffer.from(full.bytes).includes("script")).toBe(false);
  });

  it("is refused for what it is, whatever it is called", async () => {
    const heic = Buffer.concat([Buffer.from([0, 0, 0, 24]), Buffer.from("ftypheic0000heicmif1")]);
    const cases: [string, Uint8Array][] = [
      ["picture.empty", new Uint8Array()],
      ["picture.not_supported", text("%PDF-1.7 called foto.jpg")],
      [
        "picture.not_supported",
        text('<svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>'),
      ],
      ["picture.not_supported", await flat("gif")],
      ["picture.not_supported", await flat("tiff")],
      ["picture.not_supported", text("bukan foto")],
      ["picture.heic", heic],
      ["picture.too_large", new Uint8Array(25 * 1024 * 1024 + 1)],
      ["picture.damaged", fixture("landscape-1").subarray(0, 300)],
    ];
    for (const [code, bytes] of cases) expect([code, await codeOf(bytes)]).toEqual([code, code]);
  });

  it("that is a bomb or moves is refused before anything decodes it", async () => {
    const own = openPicturePool({ children: 1, waitMs: 20_000, startMs: 20_000 });
    const bomb = Buffer.from(await flat("png"));
    bomb.writeUInt32BE(30_000, 16);
    bomb.writeUInt32BE(30_000, 20);
    expect(await codeOf(bomb, own)).toBe("picture.too_many_pixels");
    const blue = await sharp(await flat("png"))
      .negate({ alpha: false })
      .png()
      .toBuffer();
    const frames = await sharp([await flat("png"), blue], { join: { animated: true } })
      .webp()
      .toBuffer();
    expect(await codeOf(frames, own)).toBe("picture.animated");
    const jpeg = await flat("jpeg");
    const scan = Buffer.from([0xff, 0xda, 0x00, 0x08, 0x01, 0x01, 0x00, 0x00, 0x3f, 0x00, 0x00]);
    const scans = Buffer.concat([
      jpeg.subarray(0, -2),
      ...Array(120).fill(scan),
      Buffer.from([0xff, 0xd9]),
    ]);
    expect(await codeOf(scans, own)).toBe("picture.too_many_scans");
    await own.close();
  });
});

describe("the children", () => {
  it("that die are replaced, and the next picture is taken", async () => {
    const own = openPicturePool({ children: 1, waitMs: 20_000, decodeMs: 20_000 });
    await normalise(fixture("portrait-1"), own);
    const [pid = 0] = own.stats().pids;
    process.kill(pid, "SIGKILL");
    await expect.poll(() => own.stats().pids).not.toContain(pid);
    expect((await normalise(fixture("portrait-2"), own)).full.width).toBeGreaterThan(0);
    await own.close();
  });

  it("go on when the whole service is told to stop, until their parent ends them", async () => {
    const own = openPicturePool({ children: 1, waitMs: 20_000, decodeMs: 20_000 });
    await own.warm();
    const pids = own.stats().pids;
    const big = normalise(await flat("jpeg", 6000, 5000), own);
    await expect.poll(() => own.stats().busy).toBe(1);
    for (const pid of pids) for (const signal of ["SIGTERM", "SIGINT"]) process.kill(pid, signal);
    expect((await big).full.width).toBe(2560);
    expect(own.stats()).toMatchObject({ pids, faults: 0 });
    await own.close();
    expect(pids.filter((pid) => existsSync(`/proc/${pid}`))).toEqual([]);
  });

  it("refuse what has waited too long, and are gone once closed", async () => {
    const own = openPicturePool({ children: 1, waitMs: 1, decodeMs: 20_000 });
    await own.warm();
    const big = await flat("jpeg", 4000, 3000);
    const outcomes = await Promise.allSettled(Array.from({ length: 6 }, () => normalise(big, own)));
    const refused = outcomes
      .filter((one) => one.status === "rejected")
      .map((one) => one.reason.code);
    expect(refused.length).toBeGreaterThan(0);
    expect(new Set(refused)).toEqual(new Set(["picture.busy"]));
    const [pid = 0] = own.stats().pids;
    await own.close();
    expect(existsSync(`/proc/${pid}`)).toBe(false);
  });
});
