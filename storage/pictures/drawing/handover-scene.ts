import { courierColour, drawBarcode, type Shipment } from "./draw-label.ts";
import { letter } from "./lettering.ts";
import { type Point, type Surface, sheetOn } from "./projection.ts";
import type { SeededRandom } from "./seeded-random.ts";
import { circle, corners, patch, polyline, scaleAt, softShadow } from "./shapes.ts";
import { drawBoxes, framePhoto, newBox, setTable } from "./table-scene.ts";

const ink = "#2b2b30";
const pen = "#1d3a8f";
const paper = { width: 32, height: 40 } as const;

/** The courier's signed receipt, with the parcels it speaks of behind it. */
export function drawHandoverScene(shipment: Shipment, random: SeededRandom): string {
  const scene = setTable(random);
  const side = random.pick([-1, 1]);
  const parcel = newBox(random, {
    at: [side * 27, 13, 0],
    size: [28, 24, random.between(10, 17)],
    shipment,
  });
  const other = newBox(random, { at: [-side * 14, 34, 0], size: [26, 22, random.between(9, 15)] });
  const turn = side * random.between(0.04, 0.16);
  const sheet = sheetOn(scene.table, -side * 9 - paper.width / 2, 44, turn);
  const boxes = drawBoxes([parcel, other], scene, random);
  return framePhoto(scene, boxes + drawReceipt(sheet, shipment, random) + drawPen(sheet, random));
}

function drawReceipt(sheet: Surface, { resi, courier }: Shipment, random: SeededRandom): string {
  const whole = { u: 0, v: 0, ...paper };
  const shadow = { ...whole, u: 0.5, v: 0.6 };
  return [
    softShadow(corners(sheet, shadow)),
    patch(sheet, whole, "#f8f6ef"),
    patch(sheet, { u: 2, v: 2, width: 28, height: 3.4 }, courierColour(courier)),
    letter(sheet, courier, {
      u: 3,
      v: 2.9,
      height: 1.6,
      colour: "#fff",
      weight: 0.18,
      maxWidth: 26,
    }),
    letter(sheet, "TANDA TERIMA", {
      u: 2,
      v: 7.2,
      height: 2,
      colour: ink,
      weight: 0.17,
      maxWidth: 28,
    }),
    drawBarcode(sheet, { u: 2, v: 11, width: 20, height: 3.4 }, resi),
    letter(sheet, resi, { u: 2, v: 15.2, height: 1.4, colour: ink, maxWidth: 27 }),
    drawRows(sheet, random),
    drawSignature(sheet, { u: 3, v: 31 }, random),
    drawSignature(sheet, { u: 19, v: 31 }, random),
    drawStamp(sheet, courier),
  ].join("");
}

function drawRows(sheet: Surface, random: SeededRandom): string {
  const rows = [18.6, 21, 23.4, 25.8].map((v, index) => {
    const rule = patch(sheet, { u: 2, v: v - 0.5, width: 28, height: 0.12 }, "#8a8a8a");
    const name = { u: 6, v: v + 0.3, width: random.between(8, 15), height: 0.9 };
    const words = patch(sheet, name, "#6b6b72", 'opacity="0.45"');
    return (
      rule +
      letter(sheet, `${index + 1}`, { u: 3, v: v + 0.2, height: 1.1, colour: ink }) +
      words +
      drawTick(sheet, v)
    );
  });
  return rows.join("") + patch(sheet, { u: 2, v: 27.7, width: 28, height: 0.12 }, "#8a8a8a");
}

function drawTick(sheet: Surface, v: number): string {
  const tick = [sheet(26, v + 0.7), sheet(26.7, v + 1.4), sheet(28.4, v - 0.4)];
  return polyline(tick, pen, scaleAt(sheet, 26, v) * 0.28);
}

function drawSignature(sheet: Surface, at: { u: number; v: number }, random: SeededRandom): string {
  const [tall, lean, fast] = [
    random.between(1.6, 2.4),
    random.between(0.5, 1.6),
    random.between(2.2, 3.1),
  ];
  const line: Point[] = Array.from({ length: 90 }, (_, step) => {
    const t = step / 10;
    const wave = Math.sin(t * fast) * tall * Math.exp(-t / 7);
    return sheet(at.u + t + Math.cos(t * fast) * lean, at.v + 2.4 - wave + Math.sin(t * 1.3) * 0.5);
  });
  const rule = patch(sheet, { u: at.u - 0.5, v: at.v + 5.4, width: 11, height: 0.12 }, ink);
  return polyline(line, pen, scaleAt(sheet, at.u, at.v) * 0.26) + rule;
}

function drawStamp(sheet: Surface, courier: string): string {
  const stamp = sheetOn(sheet, 16, 32.5, -0.25);
  const colour = courierColour(courier);
  const scale = scaleAt(stamp, 0, 0);
  const rings = [4.6, 3.9].map((radius) =>
    polyline(circle(stamp, 0, 0, radius), colour, scale * 0.2),
  );
  const word = letter(stamp, "DITERIMA", { u: -3.3, v: -0.6, height: 1.2, colour, maxWidth: 6.8 });
  return `<g opacity="0.72">${rings.join("")}${word}</g>`;
}

function drawPen(sheet: Surface, random: SeededRandom): string {
  const across = sheetOn(sheet, 19, 40.8, random.between(-0.5, -0.2));
  const scale = scaleAt(across, 0, 0);
  const shadow = [across(0.3, 0.7), across(14, 0.7)];
  return [
    polyline(shadow, "#000", scale * 0.9, 'opacity="0.3"'),
    polyline([across(0, 0), across(13, 0)], "#23314f", scale * 0.95),
    polyline([across(0.4, -0.2), across(12.6, -0.2)], "#7d8db3", scale * 0.2),
    polyline([across(13, 0), across(14.2, 0)], "#c9c9c9", scale * 0.4),
  ].join("");
}
