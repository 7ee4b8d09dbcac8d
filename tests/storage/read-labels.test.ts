import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import sharp from "sharp";
import { afterAll, beforeAll, expect, it } from "vitest";
import { prepareZXingModule, writeBarcode } from "zxing-wasm/writer";
import { drawParcelPhoto } from "#storage/pictures/draw-parcel.ts";
import { openPicturePool, type PicturePool } from "#storage/pictures/picture-pool.ts";

const RESI = "IDE7281940356";

let pool: PicturePool;
beforeAll(async () => {
  pool = openPicturePool({ children: 1, labels: { waitMs: 20_000, decodeMs: 20_000 } });
  const file = createRequire(import.meta.url).resolve("zxing-wasm/writer/zxing_writer.wasm");
  const wasmBinary = new Uint8Array(await readFile(file)).buffer;
  await prepareZXingModule({ overrides: { wasmBinary }, fireImmediately: true });
});

afterAll(() => pool.close());

async function read(bytes: Buffer): Promise<string[] | null> {
  const picture = await pool.receive([bytes]);
  try {
    return await pool.readLabels(picture);
  } finally {
    await picture.discard();
  }
}

/** A parcel as a phone sees it, with a label of that kind stuck on, a little turned. */
async function photoWith(format: "Code128" | "QRCode", size: number): Promise<Buffer> {
  const { image } = await writeBarcode(RESI, { format, scale: 6 });
  if (!image) throw new Error("No bars were drawn");
  const label = await sharp(Buffer.from(await image.arrayBuffer()))
    .resize({ width: size })
    .extend({ top: 40, bottom: 40, left: 40, right: 40, background: "#ffffff" })
    .rotate(4, { background: "#c9a36b" })
    .png()
    .toBuffer();
  const scene = await drawParcelPhoto({ resi: RESI, courier: "idx", seed: 5, kind: "ready" });
  return sharp(scene)
    .resize(2400, 1800, { fit: "cover" })
    .composite([{ input: label, left: 700, top: 500 }])
    .jpeg({ quality: 80 })
    .toBuffer();
}

it.each([
  ["Code128", 700],
  ["QRCode", 360],
] as const)("reads the resi off a label with %s", async (format, size) => {
  expect(await read(await photoWith(format, size))).toContain(RESI);
});

it("reads nothing where there is nothing to read", async () => {
  const plain = sharp({ create: { width: 800, height: 600, channels: 3, background: "#c9a36b" } });
  expect(await read(await plain.jpeg().toBuffer())).toEqual([]);
});
