import type { GreyPixels } from "./grey-pixels.ts";

/** Advice material, never a reason to refuse. */
export type PictureQuality = {
  /** From 0 (black) to 255 (white). */
  meanLuminance: number;
  /** How much of the picture is nearly black or nearly white, from 0 to 1. */
  darkShare: number;
  brightShare: number;
  /** Variance of the Laplacian: near 0 where nothing has an edge, in the hundreds where a label is legible. */
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
  let [sum, darks, brights] = [0, 0, 0];
  counts.forEach((count, value) => {
    sum += count * value;
    if (value < dark) darks += count;
    if (value > bright) brights += count;
  });
  const share = (part: number) => Math.round((part / data.length) * 1000) / 1000;
  return {
    meanLuminance: round(sum / data.length),
    darkShare: share(darks),
    brightShare: share(brights),
    sharpness: round(laplacianVariance(data, width, height)),
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

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
