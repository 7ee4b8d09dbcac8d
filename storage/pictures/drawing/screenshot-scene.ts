import { courierColour, drawBarcode, type Shipment } from "./draw-label.ts";
import { letter, widthOf } from "./lettering.ts";
import type { Surface } from "./projection.ts";
import type { SeededRandom } from "./seeded-random.ts";
import { patch, polyline } from "./shapes.ts";

export const screenSize = { width: 720, height: 1440 } as const;

const ink = "#2a2d34";
const faint = "#c3c8d0";
const screen: Surface = (u, v) => [u, v];

const steps = ["MENUNGGU DIJEMPUT", "SIAP DIKIRIM", "PESANAN DIKEMAS", "PESANAN DIBUAT"] as const;

/** A courier's tracking page on a phone: the parcel still waits for its pick-up. */
export function drawScreenshotScene({ resi, courier }: Shipment, random: SeededRandom): string {
  const { width, height } = screenSize;
  const colour = courierColour(courier);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">`,
    `<rect width="${width}" height="${height}" fill="#eef0f4"/>`,
    `<rect width="${width}" height="190" fill="${colour}"/>`,
    drawStatusBar(random),
    polyline(
      [
        [64, 118],
        [40, 142],
        [64, 166],
      ],
      "#fff",
      6,
    ),
    letter(screen, courier, {
      u: 104,
      v: 126,
      height: 32,
      colour: "#fff",
      weight: 0.15,
      maxWidth: 520,
    }),
    drawParcelCard(resi, colour),
    drawSteps(colour, random),
    drawBottom(colour),
    "</svg>",
  ].join("");
}

function drawStatusBar(random: SeededRandom): string {
  const time = `${random.whole(8, 19)}`.padStart(2, "0");
  const clock = `${time}:${`${random.whole(0, 59)}`.padStart(2, "0")}`;
  const bars = [0, 1, 2, 3].map((bar) =>
    patch(screen, { u: 560 + bar * 12, v: 48 - bar * 6, width: 8, height: 10 + bar * 6 }, "#fff"),
  );
  const charge = random.between(8, 38);
  return [
    letter(screen, clock, { u: 36, v: 34, height: 22, colour: "#fff", weight: 0.13 }),
    ...bars,
    `<rect x="626" y="34" width="46" height="24" rx="6" fill="none" stroke="#fff" stroke-width="3"/>`,
    `<rect x="630" y="38" width="${charge.toFixed(0)}" height="16" rx="3" fill="#fff"/>`,
    `<rect x="674" y="41" width="5" height="10" rx="2" fill="#fff"/>`,
  ].join("");
}

function drawParcelCard(resi: string, colour: string): string {
  return [
    card(28, 160, 664, 330),
    letter(screen, "NOMOR RESI", { u: 64, v: 198, height: 17, colour: "#7b818c", weight: 0.12 }),
    letter(screen, resi, { u: 64, v: 234, height: 34, colour: ink, weight: 0.15, maxWidth: 590 }),
    drawBarcode(screen, { u: 64, v: 300, width: 592, height: 76 }, resi),
    `<rect x="64" y="406" width="${widthOf("MENUNGGU", 20) + 44}" height="52" rx="26" fill="${colour}" opacity="0.14"/>`,
    letter(screen, "MENUNGGU", { u: 86, v: 422, height: 20, colour, weight: 0.17 }),
    line(420, 420, 236, faint, 12),
    line(480, 444, 176, faint, 10),
  ].join("");
}

function drawSteps(colour: string, random: SeededRandom): string {
  const first = 590;
  const gap = 168;
  const rail = `<rect x="73" y="${first + 12}" width="4" height="${gap * (steps.length - 1)}" fill="${faint}"/>`;
  const marks = steps.map((step, index) => {
    const v = first + index * gap;
    const now = index === 0;
    const dot = now
      ? `<circle cx="75" cy="${v + 12}" r="24" fill="${colour}" opacity="0.2"/><circle cx="75" cy="${v + 12}" r="13" fill="${colour}"/>`
      : `<circle cx="75" cy="${v + 12}" r="10" fill="#aab0ba"/>`;
    const words = letter(screen, step, {
      u: 124,
      v,
      height: 24,
      colour: now ? ink : "#8b919c",
      weight: 0.14,
    });
    const detail = line(124, v + 48, random.between(300, 500), faint, 12);
    return dot + words + detail + line(124, v + 74, random.between(160, 320), "#d5d9df", 12);
  });
  return card(28, 520, 664, 740) + rail + marks.join("");
}

function drawBottom(colour: string): string {
  const words = "HUBUNGI KURIR";
  return [
    `<rect y="1292" width="720" height="148" fill="#fff"/>`,
    `<rect x="28" y="1312" width="664" height="84" rx="18" fill="${colour}"/>`,
    letter(screen, words, {
      u: 360 - widthOf(words, 26) / 2,
      v: 1341,
      height: 26,
      colour: "#fff",
      weight: 0.15,
    }),
    `<rect x="260" y="1420" width="200" height="7" rx="3" fill="#23262c"/>`,
  ].join("");
}

function card(x: number, y: number, width: number, height: number): string {
  const size = `width="${width}" height="${height}" rx="22"`;
  return `<rect x="${x}" y="${y + 4}" ${size} fill="#000" opacity="0.07"/><rect x="${x}" y="${y}" ${size} fill="#fff"/>`;
}

function line(x: number, y: number, width: number, colour: string, height: number): string {
  return `<rect x="${x}" y="${y}" width="${width.toFixed(0)}" height="${height}" rx="${height / 2}" fill="${colour}"/>`;
}
