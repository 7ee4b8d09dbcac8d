import { findExif, uprightExif, withExif } from "./exif-segment.ts";

export type Drawable = ImageBitmap | HTMLCanvasElement;
type Paint = (context: CanvasRenderingContext2D, width: number, height: number) => void;
type Drawing = { longSide: number; quality: number; paint?: Paint };

/** Safari draws nothing on a canvas of more pixels. */
export const MOST_PIXELS = 16_777_216;

export const nameAsJpeg = (name: string) => `${name.replace(/\.\w+$/, "") || "foto"}.jpg`;

/** Never larger than it is. */
export function sizeWithin(width: number, height: number, longSide: number) {
  const scale = Math.min(
    1,
    longSide / Math.max(width, height),
    Math.sqrt(MOST_PIXELS / (width * height)),
  );
  return {
    width: Math.max(1, Math.round(width * scale)),
    height: Math.max(1, Math.round(height * scale)),
  };
}

/** The browser has turned the pixels upright already. */
export async function drawJpeg(
  source: Drawable,
  { longSide, quality, paint }: Drawing,
): Promise<Blob> {
  const canvas = document.createElement("canvas");
  const { width, height } = sizeWithin(source.width, source.height, longSide);
  Object.assign(canvas, { width, height });
  const context = canvas.getContext("2d");
  if (!context) throw new Error("This browser draws nothing");
  // What is see-through in a screenshot would turn black.
  context.fillStyle = "#fff";
  context.fillRect(0, 0, width, height);
  context.imageSmoothingQuality = "high";
  context.drawImage(source, 0, 0, width, height);
  paint?.(context, width, height);
  const blob = await new Promise<Blob | null>((resolve) =>
    canvas.toBlob(resolve, "image/jpeg", quality),
  );
  // Phones hold few such canvases at once, and free them late.
  Object.assign(canvas, { width: 1, height: 1 });
  if (!blob) throw new Error("This browser writes no JPEG");
  return blob;
}

/** Capture time and place are evidence; the server reads them and keeps them from everybody else. */
export async function keepExif(
  drawn: Blob,
  exif: Uint8Array | undefined,
  name: string,
): Promise<File> {
  const segment = exif && uprightExif(exif);
  const parts = withExif(new Uint8Array(await drawn.arrayBuffer()), segment);
  return new File(parts, nameAsJpeg(name), { type: "image/jpeg" });
}

/** EXIF stands among the first segments, so the head is enough. */
export const exifOf = async (file: Blob): Promise<Uint8Array | undefined> =>
  findExif(new Uint8Array(await file.slice(0, 256 * 1024).arrayBuffer()));
