import { type GreyPixels, squeeze } from "./grey-pixels.ts";

/** It looks at so many means each way. */
const side = 32;

const frequencies = 8;
/** Below this spread of grey, noise decides the bits: a wall, a dark pocket. */
const flat = 6;

const cosines = Array.from({ length: frequencies }, (_, frequency) =>
  Array.from({ length: side }, (_, at) =>
    Math.cos((((2 * at + 1) * frequency) / (2 * side)) * Math.PI),
  ),
);

/** How much of each of the lowest frequencies is in a row of values. */
const wavesOf = (values: number[]) =>
  cosines.map((wave) => wave.reduce((sum, cosine, at) => sum + cosine * (values[at] ?? 0), 0));

/** The lowest frequencies of the picture in both directions. */
function wavesIn(grey: number[]): number[] {
  const rows = Array.from({ length: side }, (_, y) =>
    wavesOf(grey.slice(y * side, (y + 1) * side)),
  );
  return cosines.flatMap((_, frequency) => wavesOf(rows.map((row) => row[frequency] ?? 0)));
}

function spreadOf(values: number[]): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length);
}

/**
 * 64 bits in hex that stay nearly the same when a picture is saved again, shrunk or brightened: which of the
 * lowest frequencies are above their median. Null where the picture is too flat to say anything.
 */
export function hashGrey(pixels: GreyPixels): string | null {
  const grey = squeeze(pixels, side);
  if (spreadOf(grey) < flat) return null;
  const waves = wavesIn(grey);
  // The first is the mean of the whole picture: its brightness, not its content.
  const middle = waves.slice(1).toSorted((a, b) => a - b)[31] ?? 0;
  const bits = waves.map((wave) => (wave > middle ? "1" : "0")).join("");
  return BigInt(`0b${bits}`).toString(16).padStart(16, "0");
}
