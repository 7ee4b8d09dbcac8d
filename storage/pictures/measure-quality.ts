import sharp from "sharp";

/**
 * Advice material, never a reason to refuse. `meanLuminance` runs from 0 (black) to 255 (white);
 * `sharpness` is the variance of the Laplacian of a grey version at most 512 px wide: a blurred or
 * empty picture stays below about 50, a sharp label is in the hundreds.
 */
export type PictureQuality = { meanLuminance: number; sharpness: number };

const side = 512;

export async function measureQuality(jpeg: Uint8Array): Promise<PictureQuality> {
  const { data, info } = await sharp(jpeg)
    .resize(side, side, { fit: "inside", withoutEnlargement: true })
    .greyscale()
    .raw()
    .toBuffer({ resolveWithObject: true });
  return {
    meanLuminance: round(mean(data)),
    sharpness: round(laplacianVariance(data, info.width, info.height)),
  };
}

function laplacianVariance(grey: Buffer, width: number, height: number): number {
  const at = (index: number) => grey[index] ?? 0;
  let sum = 0;
  let squares = 0;
  for (let y = 1; y < height - 1; y++) {
    for (let x = 1; x < width - 1; x++) {
      const here = y * width + x;
      const around = at(here - 1) + at(here + 1) + at(here - width) + at(here + width);
      const edge = around - 4 * at(here);
      sum += edge;
      squares += edge * edge;
    }
  }
  const count = Math.max(1, (width - 2) * (height - 2));
  return squares / count - (sum / count) ** 2;
}

function mean(grey: Buffer): number {
  let sum = 0;
  for (const value of grey) sum += value;
  return sum / Math.max(1, grey.length);
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
