import type { GreyPixels } from "./grey-pixels.ts";

/** Advice material, never a reason to refuse. */
export type PictureQuality = {
  /** From 0 (black) to 255 (white). */
  meanLuminance: number;
  /** How much of the picture is nearly black or nearly white, from 0 to 1. */
  darkShare: number;
  brightShare: number;
  /**
   * Variance of the Laplacian over the variance of the grey itself, so that a dark or pale picture is judged by
   * its edges alone: below 0.06 where it is blurred, above 0.1 where it is not.
   */
  sharpness: number;
  /** Pixels of the shorter side as it was sent. */
  shortSide: number;
};

const dark = 40;
const bright = 235;

export function measureQuality(grey: GreyPixels, shortSide: number): PictureQuality {
  const { data, width, height } = grey;
  const counts = new Uint32Array(256);
  for (const value of data) counts[value] = (counts[value] ?? 0) + 1;
  let [sum, squares, darks, brights] = [0, 0, 0, 0];
  counts.forEach((count, value) => {
    sum += count * value;
    squares += count * value * value;
    if (value < dark) darks += count;
    if (value > bright) brights += count;
  });
  const mean = sum / data.length;
  const variance = squares / data.length - mean ** 2;
  return {
    meanLuminance: round(mean, 10),
    darkShare: round(darks / data.length, 1000),
    brightShare: round(brights / data.length, 1000),
    // Where all is one grey there is nothing to be sharp.
    sharpness: round(laplacianVariance(data, width, height) / Math.max(1, variance), 1000),
    shortSide,
  };
}

function laplacianVariance(grey: Uint8Array, width: number, height: number): number {
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

function round(value: number, parts: number): number {
  return Math.round(value * parts) / parts;
}
