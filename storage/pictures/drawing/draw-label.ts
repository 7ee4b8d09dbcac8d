import { letter } from "./lettering.ts";
import type { Surface } from "./projection.ts";
import { hashText, type SeededRandom } from "./seeded-random.ts";
import { patch } from "./shapes.ts";

const ink = "#26262b";
const couriers = ["#c62828", "#1f5fae", "#d9480f", "#2b7a4b", "#6a3fa0", "#0b7285"] as const;

export const labelSize = { width: 10, height: 14 } as const;

export type Shipment = { resi: string; courier: string };

export function courierColour(courier: string): string {
  return couriers[hashText(courier) % couriers.length] ?? couriers[0];
}

/** A shipping label of 10 by 14; whom it goes to cannot be read. */
export function drawLabel(
  sheet: Surface,
  { resi, courier }: Shipment,
  random: SeededRandom,
): string {
  const { width, height } = labelSize;
  const hair = { u: 0.5, width: width - 1, height: 0.08 };
  return [
    patch(sheet, { u: 0.15, v: 0.2, width, height }, "#000", 'opacity="0.22"'),
    patch(sheet, { u: 0, v: 0, width, height }, "#f7f6f2"),
    patch(sheet, { u: 0, v: 0, width, height: 2.1 }, courierColour(courier)),
    letter(sheet, courier, {
      u: 0.6,
      v: 0.6,
      height: 0.95,
      colour: "#fff",
      weight: 0.18,
      maxWidth: 8.6,
    }),
    drawBarcode(sheet, { u: 0.8, v: 2.7, width: 8.4, height: 2.7 }, resi),
    letter(sheet, resi, { u: 0.8, v: 5.8, height: 0.8, colour: ink, maxWidth: 8.4 }),
    patch(sheet, { ...hair, v: 7.1 }, ink),
    drawPerson(sheet, 7.6, random),
    patch(sheet, { ...hair, v: 10.3 }, ink),
    drawPerson(sheet, 10.7, random),
    drawMatrix(sheet, { u: 6.9, v: 10.7, width: 2.5, height: 2.5 }, resi),
  ].join("");
}

type Box = { u: number; v: number; width: number; height: number };

export function drawBarcode(surface: Surface, area: Box, text: string): string {
  const widths = [...`*${text}*`].flatMap((sign) => {
    const bits = hashText(sign + text.length);
    return [0, 1, 2, 3, 4, 5].map(
      (bit) => 1 + ((bits >>> (bit * 3)) & 1) + ((bits >>> (bit * 5)) & 1),
    );
  });
  const unit = area.width / widths.reduce((sum, width) => sum + width, 0);
  let u = area.u;
  return widths
    .map((width, index) => {
      const bar = index % 2 === 0 ? patch(surface, { ...area, u, width: width * unit }, ink) : "";
      u += width * unit;
      return bar;
    })
    .join("");
}

function drawMatrix(surface: Surface, area: Box, text: string): string {
  const side = 9;
  const unit = area.width / side;
  const cells = Array.from({ length: side * side }, (_, index) => index);
  return cells
    .filter(
      (index) =>
        index % side === 0 || index >= side * (side - 1) || hashText(`${text}${index}`) % 2,
    )
    .map((index) => {
      const u = area.u + (index % side) * unit;
      const v = area.v + Math.floor(index / side) * unit;
      return patch(surface, { u, v, width: unit * 1.04, height: unit * 1.04 }, ink);
    })
    .join("");
}

function drawPerson(surface: Surface, v: number, random: SeededRandom): string {
  const lines = [0, 0.8, 1.6].map((down) => {
    const line = { u: 0.8, v: v + down, width: random.between(3, 5.6), height: 0.5 };
    return patch(surface, line, "#55555c", 'opacity="0.45"');
  });
  return lines.join("");
}
