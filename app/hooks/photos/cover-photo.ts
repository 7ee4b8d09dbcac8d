import { drawJpeg, exifOf, keepExif } from "./draw-jpeg.ts";

type Box = { x: number; y: number; w: number; h: number };

const AS_IT_IS = { longSide: 16_383, quality: 0.9 };

/** A photo of one's own: from this device, or as the server holds it. @throws where neither is to be had. */
export async function fetchOwnPhoto(
  file: File | null,
  uploadId: string | undefined,
): Promise<File> {
  if (file) return file;
  const answer = await fetch(`/uploads/${uploadId}/full`);
  if (!answer.ok) throw new Error(`The photo answered ${answer.status}`);
  return new File([await answer.blob()], "foto.jpg");
}

/** The same photo with black boxes, painted into its pixels on this device. */
export async function coverPhoto(file: File, boxes: Box[]): Promise<File> {
  const bitmap = await createImageBitmap(file);
  try {
    const drawn = await drawJpeg(bitmap, {
      ...AS_IT_IS,
      paint(context, width, height) {
        context.fillStyle = "#000";
        for (const { x, y, w, h } of boxes)
          context.fillRect(x * width, y * height, w * width, h * height);
      },
    });
    return await keepExif(drawn, await exifOf(file), file.name);
  } finally {
    bitmap.close();
  }
}
