import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import sharp from "sharp";
import { prepareZXingModule, type ReaderOptions, readBarcodes } from "zxing-wasm/reader";
import { inspectPicture } from "./inspect-picture.ts";
import { reading } from "./normalise-picture.ts";

/** Enough for the bars of a label that fills a quarter of the picture. */
const side = 2000;
const most = 8;
/** What couriers print. Every other kind would cost as much again (100 ms against 210 at 12 megapixels). */
const formats: ReaderOptions["formats"] = ["Code128", "Code39", "QRCode", "DataMatrix"];

/** The reader's code lies in its package: nothing is fetched. */
async function loadReader(): Promise<void> {
  const file = fileURLToPath(import.meta.resolve("zxing-wasm/reader/zxing_reader.wasm"));
  const { buffer, byteOffset, byteLength } = await readFile(file);
  const wasmBinary = buffer.slice(byteOffset, byteOffset + byteLength) as ArrayBuffer;
  await prepareZXingModule({ overrides: { wasmBinary }, fireImmediately: true });
}

let loading: Promise<void> | undefined;

/** The texts of bar codes and QR codes, each once. Decodes, so it belongs in a child process. */
export async function readLabels(bytes: Buffer): Promise<string[]> {
  inspectPicture(bytes);
  loading ??= loadReader();
  await loading;
  const { data, info } = await sharp(bytes, reading)
    .autoOrient()
    .resize(side, side, { fit: "inside", withoutEnlargement: true })
    .flatten({ background: "#ffffff" })
    .toColourspace("srgb")
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  const found = await readBarcodes(
    {
      data: new Uint8ClampedArray(data.buffer as ArrayBuffer, data.byteOffset, data.length),
      width: info.width,
      height: info.height,
      colorSpace: "srgb",
    } as ImageData,
    { formats, tryHarder: true, tryInvert: false, maxNumberOfSymbols: most },
  );
  return [...new Set(found.filter(({ isValid }) => isValid).map(({ text }) => text))];
}
