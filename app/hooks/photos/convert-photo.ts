import { type Drawable, drawJpeg, exifOf, keepExif } from "./draw-jpeg.ts";
import { exifOfHeic } from "./heic-exif.ts";
import type { DecodedHeic, HeicAnswer } from "./heic-worker.ts";

const PATIENCE_MS = 60_000;
/** The decoder comes over the line, so its absence says nothing of the photo. */
export const DECODER_AWAY = "DecoderAway";
/** As sharp as it came: what is reduced for a slow line is reduced later. */
const AS_IT_IS = { longSide: 16_383, quality: 0.92 };

/** In a thread of its own: it takes seconds on a phone, and the page must stay alive meanwhile. */
function decodeHeic(bytes: ArrayBuffer): Promise<DecodedHeic> {
  const worker = new Worker(new URL("./heic-worker.ts", import.meta.url), { type: "module" });
  return new Promise<DecodedHeic>((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error("Decoding takes too long")), PATIENCE_MS);
    worker.onmessage = ({ data }: MessageEvent<HeicAnswer>) => {
      clearTimeout(timer);
      if ("failure" in data) reject(new Error(data.failure));
      else resolve(data);
    };
    worker.onerror = () => reject(Object.assign(new Error(), { name: DECODER_AWAY }));
    worker.postMessage(bytes, [bytes]);
  }).finally(() => worker.terminate());
}

function onCanvas({ width, height, pixels }: DecodedHeic): HTMLCanvasElement {
  const canvas = document.createElement("canvas");
  Object.assign(canvas, { width, height });
  canvas
    .getContext("2d")
    ?.putImageData(new ImageData(pixels as ImageDataArray, width, height), 0, 0);
  return canvas;
}

/** Safari opens HEIC by itself, and much faster. */
async function open(file: File, isHeic: boolean): Promise<Drawable> {
  try {
    return await createImageBitmap(file);
  } catch (cause) {
    if (!isHeic) throw cause;
    return onCanvas(await decodeHeic(await file.arrayBuffer()));
  }
}

/** @throws where it cannot be opened here. */
export async function convertToJpeg(file: File, isHeic: boolean): Promise<File> {
  const source = await open(file, isHeic);
  const drawn = await drawJpeg(source, AS_IT_IS);
  if ("close" in source) source.close();
  const exif = isHeic
    ? exifOfHeic(new Uint8Array(await file.arrayBuffer()))
    : await exifOf(file).catch(() => undefined);
  return keepExif(drawn, exif, file.name);
}
