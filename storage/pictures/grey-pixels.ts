/** sRGB or grey without alpha, row by row. */
export type Pixels = { data: Buffer; width: number; height: number; channels: 1 | 3 };

export type GreyPixels = { data: Uint8Array; width: number; height: number };

// In JavaScript: a round through the decoder's library costs more than these few pixels.
export function toGrey({ data, width, height, channels }: Pixels): GreyPixels {
  if (channels === 1) return { data, width, height };
  const grey = new Uint8Array(width * height);
  const part = (at: number) => data[at] as number;
  for (let index = 0, at = 0; index < grey.length; index++, at += channels) {
    grey[index] = 0.2126 * part(at) + 0.7152 * part(at + 1) + 0.0722 * part(at + 2);
  }
  return { data: grey, width, height };
}

/** Squeezed into `side` by `side` means, whatever the shape. */
export function squeeze({ data, width, height }: GreyPixels, side: number): number[] {
  const sums = new Float64Array(side * side);
  const counts = new Uint32Array(side * side);
  // A picture that is smaller than the square fills it by repeating its pixels.
  const [columns, rows] = [Math.max(width, side), Math.max(height, side)];
  const pixelOf = Uint32Array.from({ length: columns }, (_, at) => (at * width) / columns);
  const cellOf = Uint32Array.from({ length: columns }, (_, at) => (at * side) / columns);
  for (let row = 0; row < rows; row++) {
    const from = Math.floor((row * height) / rows) * width;
    const to = Math.floor((row * side) / rows) * side;
    for (let column = 0; column < columns; column++) {
      const cell = to + (cellOf[column] as number);
      (sums[cell] as number) += data[from + (pixelOf[column] as number)] as number;
      (counts[cell] as number) += 1;
    }
  }
  return Array.from(sums, (sum, cell) => sum / (counts[cell] ?? 1));
}
