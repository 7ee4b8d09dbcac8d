import type { Surface } from "./projection.ts";
import { polyline, scaleAt } from "./shapes.ts";

// Strokes on a grid of 4 by 6, a point as "xy", since a bare Debian has no font at all.
const glyphs: Record<string, string> = {
  "0": "01 10 30 41 45 36 16 05 01",
  "1": "11 20 26|16 36",
  "2": "01 10 30 41 42 06 46",
  "3": "01 10 30 41 42 33 44 45 36 16 05|33 23",
  "4": "36 30 04 44",
  "5": "40 00 03 33 44 45 36 16 05",
  "6": "30 10 01 05 16 36 45 44 33 03",
  "7": "00 40 16",
  "8": "13 02 01 10 30 41 42 33 13 04 05 16 36 45 44 33",
  "9": "43 13 02 01 10 30 41 45 36 16",
  A: "06 02 20 42 46|04 44",
  B: "03 33 42 41 30 00 06 36 45 44 33",
  C: "41 30 10 01 05 16 36 45",
  D: "00 06 26 44 42 20 00",
  E: "40 00 06 46|03 33",
  F: "40 00 06|03 33",
  G: "41 30 10 01 05 16 36 45 43 23",
  H: "00 06|40 46|03 43",
  I: "20 26|10 30|16 36",
  J: "40 45 36 16 05",
  K: "00 06|40 03 46",
  L: "00 06 46",
  M: "06 00 23 40 46",
  N: "06 00 46 40",
  O: "01 10 30 41 45 36 16 05 01",
  P: "06 00 30 41 42 33 03",
  Q: "01 10 30 41 45 36 16 05 01|24 46",
  R: "06 00 30 41 42 33 03|23 46",
  S: "41 30 10 01 02 13 33 44 45 36 16 05",
  T: "00 40|20 26",
  U: "00 05 16 36 45 40",
  V: "00 26 40",
  W: "00 16 23 36 40",
  X: "00 46|40 06",
  Y: "00 23 40|23 26",
  Z: "00 40 06 46",
  "&": "46 12 11 20 31 32 04 05 16 26 44",
  "-": "13 33",
  "/": "40 06",
  ":": "21 22|24 25",
  ".": "25 26",
};

const advance = 5.6;

export type Lettering = {
  u: number;
  v: number;
  height: number;
  colour: string;
  /** As part of the height. */
  weight?: number;
  /** Letters are made smaller when the text would be wider. */
  maxWidth?: number;
};

export function letter(surface: Surface, text: string, lettering: Lettering): string {
  const { u, v, colour, weight = 0.14, maxWidth = Number.POSITIVE_INFINITY } = lettering;
  const height = Math.min(lettering.height, (maxWidth * 6) / (text.length * advance));
  const unit = height / 6;
  const width = Math.max(0.8, scaleAt(surface, u, v) * height * weight);
  return [...text.toUpperCase()]
    .flatMap((sign, index) => {
      const left = u + index * advance * unit;
      return strokesOf(sign).map((stroke) =>
        stroke.map(([x, y]) => surface(left + x * unit, v + y * unit)),
      );
    })
    .map((points) => polyline(points, colour, width))
    .join("");
}

export function widthOf(text: string, height: number): number {
  return ((text.length * advance - 1.6) * height) / 6;
}

function strokesOf(sign: string): [x: number, y: number][][] {
  const glyph = glyphs[sign];
  if (glyph === undefined) return [];
  return glyph
    .split("|")
    .map((stroke) => stroke.split(" ").map((point) => [Number(point[0]), Number(point[1])]));
}
