import { drawJpeg, exifOf, keepExif } from "./draw-jpeg.ts";

/** What a photo weighs at most on a line where each megabyte counts. */
export const REDUCED_BYTES = 1_500_000;

/** As large as the server shows photos first, then ever plainer. */
const STEPS = [
  { longSide: 2560, quality: 0.85 },
  { longSide: 2560, quality: 0.75 },
  { longSide: 2560, quality: 0.65 },
  { longSide: 2048, quality: 0.7 },
  { longSide: 1600, quality: 0.7 },
  { longSide: 1280, quality: 0.6 },
];

/** A smaller copy; undefined where there is none to be had, and the original goes instead. */
export async function reducePhoto(file: File): Promise<File | undefined> {
  const bitmap = await createImageBitmap(file);
  try {
    const exif = await exifOf(file);
    const room = REDUCED_BYTES - (exif?.byteLength ?? 0);
    for (const step of STEPS) {
      const drawn = await drawJpeg(bitmap, step);
      if (drawn.size > room) continue;
      const reduced = await keepExif(drawn, exif, file.name);
      return reduced.size < file.size ? reduced : undefined;
    }
    return undefined;
  } finally {
    bitmap.close();
  }
}
