import { type Box, drawBox, drawShadow, type Light } from "./draw-box.ts";
import { type Camera, openCamera, type Surface, surfaceAt } from "./projection.ts";
import type { SeededRandom } from "./seeded-random.ts";
import { patch, polygon, shade } from "./shapes.ts";

export const photoSize = { width: 1200, height: 900 } as const;

export type TableScene = {
  camera: Camera;
  light: Light;
  table: Surface;
  tone: string;
  room: string;
};

const cardboards = ["#c39a6b", "#b98a58", "#cfa97c", "#ad7f50", "#e9e4d8"] as const;
const tapes = ["#e8d9b5", "#d8b47a", "#f0ebe0", "#b9814a"] as const;
const grounds = ["wood", "wood", "tiles", "counter"] as const;
const tones = ["#ffd9a0", "#fff3d6", "#cfe4ff", "#ffe9c8"] as const;

const backEdge = 62;

export function setTable(random: SeededRandom): TableScene {
  const camera = openCamera({
    ...photoSize,
    pitch: random.between(0.68, 0.92),
    roll: random.between(-0.05, 0.05),
    distance: random.between(108, 124),
    focus: 1280,
  });
  const side = random.pick([-1, 1]) * random.between(0.3, 0.55);
  const [x, y, z] = [side, random.between(-0.1, 0.4), 0.9];
  const length = Math.hypot(x, y, z);
  const light: Light = [x / length, y / length, z / length];
  const table = surfaceAt(camera.project, [0, backEdge, 0], [1, 0, 0], [0, -1, 0]);
  return { camera, light, table, tone: random.pick(tones), room: drawRoom(table, random) };
}

export function newBox(random: SeededRandom, box: Pick<Box, "at" | "size" | "shipment">): Box {
  const colour = random.pick(cardboards);
  return { ...box, yaw: random.between(-0.42, 0.42), colour, tape: random.pick(tapes) };
}

/** From the back to the front, and what stands on another box after it. */
export function drawBoxes(boxes: Box[], scene: TableScene, random: SeededRandom): string {
  const order = boxes.toSorted((a, b) => a.at[2] - b.at[2] || b.at[1] - a.at[1]);
  const shadows = order.map((box) => drawShadow(box, scene.camera, scene.light));
  return [...shadows, ...order.map((box) => drawBox(box, scene.camera, scene.light, random))].join(
    "",
  );
}

export function framePhoto({ room, tone, light }: TableScene, inside: string): string {
  const { width, height } = photoSize;
  const whole = `width="${width}" height="${height}"`;
  const lightX = light[0] > 0 ? 0.85 : 0.15;
  return `<svg xmlns="http://www.w3.org/2000/svg" ${whole} viewBox="0 0 ${width} ${height}"><defs>
<linearGradient id="sheen" x1="0" y1="0" x2="0.3" y2="1"><stop offset="0" stop-color="#fff" stop-opacity="0.13"/><stop offset="0.5" stop-color="#fff" stop-opacity="0"/><stop offset="1" stop-color="#000" stop-opacity="0.14"/></linearGradient>
<radialGradient id="lamp" cx="${lightX}" cy="0.1" r="0.9"><stop offset="0" stop-color="${tone}" stop-opacity="0.34"/><stop offset="1" stop-color="${tone}" stop-opacity="0"/></radialGradient>
<radialGradient id="vignette" cx="0.5" cy="0.5" r="0.75"><stop offset="0.55" stop-opacity="0"/><stop offset="1" stop-opacity="0.42"/></radialGradient>
</defs>${room}${inside}<rect ${whole} fill="url(#lamp)"/><rect ${whole} fill="url(#vignette)"/></svg>`;
}

function drawRoom(table: Surface, random: SeededRandom): string {
  const kind = random.pick(grounds);
  const wall = random.pick(["#8d8f8a", "#a39a8c", "#7d8a93"]);
  const behind = `<rect width="100%" height="100%" fill="${wall}"/>`;
  if (kind === "tiles") return behind + drawTiles(table, random);
  if (kind === "wood") return behind + drawPlanks(table, random);
  const counter = random.pick(["#d7d5cf", "#c9ced2", "#ded3c0"]);
  return (
    behind + patch(table, { u: -200, v: 0, width: 400, height: 130 }, counter) + drawEdge(table)
  );
}

function drawPlanks(table: Surface, random: SeededRandom): string {
  const wood = random.pick(["#9a6b42", "#7b5231", "#b58a5e", "#a88463"]);
  const planks: string[] = [];
  for (let u = -160; u < 160; u += 16) {
    const colour = shade(wood, random.between(0.9, 1.08));
    planks.push(patch(table, { u, v: 0, width: 16.2, height: 130 }, colour));
    planks.push(patch(table, { u, v: 0, width: 0.35, height: 130 }, shade(wood, 0.6)));
    for (let grain = 0; grain < 4; grain++) {
      const at = u + random.between(1, 15);
      const line = [table(at, 0), table(at + 0.5, 0), table(at + random.between(-1, 1), 130)];
      planks.push(polygon(line, shade(wood, 0.78), 'opacity="0.5"'));
    }
  }
  return planks.join("") + drawEdge(table);
}

function drawTiles(table: Surface, random: SeededRandom): string {
  const tile = random.pick(["#cfcac0", "#bfc5c6", "#d8cdb9"]);
  const tiles: string[] = [
    patch(table, { u: -200, v: -90, width: 400, height: 220 }, shade(tile, 0.8)),
  ];
  for (let u = -165; u < 165; u += 30) {
    for (let v = -90; v < 120; v += 30) {
      const colour = shade(tile, random.between(0.95, 1.04));
      tiles.push(patch(table, { u, v, width: 29.4, height: 29.4 }, colour));
    }
  }
  return tiles.join("");
}

function drawEdge(table: Surface): string {
  return patch(table, { u: -200, v: 0, width: 400, height: 1.2 }, "#000", 'opacity="0.3"');
}
