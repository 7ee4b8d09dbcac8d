/**
 * Advice material, never a reason to refuse. `meanLuminance` runs from 0 (black) to 255 (white);
 * `sharpness` is the variance of the Laplacian of the grey thumbnail: a hopelessly blurred or empty
 * picture stays below about 50, one of a legible label is in the hundreds.
 */
export type PictureQuality = { meanLuminance: number; sharpness: number };

export type Pixels = { data: Uint8Array; width: number; height: number; channels: number };

export function measureQuality(pixels: Pixels): PictureQuality {
  const grey = toGrey(pixels);
  let sum = 0;
  for (let index = 0; index < grey.length; index++) sum += grey[index] as number;
  return {
    meanLuminance: round(sum / Math.max(1, grey.length)),
    sharpness: round(laplacianVariance(grey, pixels.width, pixels.height)),
  };
}

function toGrey({ data, width, height, channels }: Pixels): Float32Array {
  const grey = new Float32Array(width * height);
  for (let index = 0, at = 0; index < grey.length; index++, at += channels) {
    const red = data[at] as number;
    const green = channels < 3 ? red : (data[at + 1] as number);
    const blue = channels < 3 ? red : (data[at + 2] as number);
    grey[index] = 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  }
  return grey;
}

function laplacianVariance(grey: Float32Array, width: number, height: number): number {
  const at = (index: number) => grey[index] as number;
  let sum = 0;
  let squares = 0;
  for (let y = 1; y < height - 1; y++) {
    for (let here = y * width + 1; here < (y + 1) * width - 1; here++) {
      const around = at(here - 1) + at(here + 1) + at(here - width) + at(here + width);
      const edge = around - 4 * at(here);
      sum += edge;
      squares += edge * edge;
    }
  }
  const count = (width - 2) * (height - 2);
  return count > 0 ? squares / count - (sum / count) ** 2 : 0;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
