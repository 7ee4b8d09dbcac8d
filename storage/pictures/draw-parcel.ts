import sharp from "sharp";
import type { Shipment } from "./drawing/draw-label.ts";
import { drawHandoverScene } from "./drawing/handover-scene.ts";
import { drawReadyScene } from "./drawing/ready-scene.ts";
import { drawScreenshotScene } from "./drawing/screenshot-scene.ts";
import { type SeededRandom, seededRandom } from "./drawing/seeded-random.ts";

export type ParcelPhotoKind = "ready" | "handover" | "screenshot";
export type ParcelPhoto = Shipment & { seed: number; kind: ParcelPhotoKind };

const scenes: Record<ParcelPhotoKind, (shipment: Shipment, random: SeededRandom) => string> = {
  ready: drawReadyScene,
  handover: drawHandoverScene,
  screenshot: drawScreenshotScene,
};

/**
 * A picture for the demo and for tests: the same input gives the same picture. It reads only markup that
 * is made here, so it may use the SVG loader, which the children that read uploads have blocked.
 */
export async function drawParcelPhoto(photo: ParcelPhoto): Promise<Uint8Array> {
  const { resi, courier, seed, kind } = photo;
  const random = seededRandom(`${kind}:${resi}`, seed);
  const drawing = scenes[kind]({ resi, courier }, random);
  return sharp(Buffer.from(drawing)).removeAlpha().jpeg({ quality: 86 }).toBuffer();
}
