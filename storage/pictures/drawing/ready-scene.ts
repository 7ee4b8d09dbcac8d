import type { Shipment } from "./draw-label.ts";
import type { Place } from "./projection.ts";
import type { SeededRandom } from "./seeded-random.ts";
import { drawBoxes, framePhoto, newBox, setTable } from "./table-scene.ts";

type Stand = { at: Place; size: Place };

/** One parcel of the report in front, and others of the same pick-up around it. */
export function drawReadyScene(shipment: Shipment, random: SeededRandom): string {
  const scene = setTable(random);
  const boxes = layOut(random).map((stand, index) =>
    newBox(random, index === 0 ? { ...stand, shipment } : stand),
  );
  return framePhoto(scene, drawBoxes(boxes, scene, random));
}

function layOut(random: SeededRandom): Stand[] {
  const size = (wide: number): Place => [
    wide * random.between(0.9, 1.1),
    wide * random.between(0.75, 1.05),
    wide * random.between(0.4, 0.75),
  ];
  const one: Stand = { at: [random.between(-4, 4), random.between(-4, 2), 0], size: size(36) };
  const left: Stand = { at: [-24, random.between(-8, -2), 0], size: size(30) };
  const right: Stand = { at: [21, random.between(2, 8), 0], size: size(28) };
  const back: Stand = { at: [random.between(-6, 2), 36, 0], size: size(30) };
  return random.pick<Stand[]>([
    [one],
    [left, right],
    [left, right, back],
    [onTop(one, size(22)), one],
    [left, right, onTop(right, size(17)), back],
  ]);
}

function onTop({ at, size }: Stand, above: Place): Stand {
  const low: Place = [above[0], above[1], above[2] * 0.7];
  return { at: [at[0] + 1, at[1], at[2] + size[2]], size: low };
}
