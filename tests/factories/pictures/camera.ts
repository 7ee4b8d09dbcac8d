import sharp from "sharp";
import { seededRandom } from "#storage/pictures/drawing/seeded-random.ts";

/** What phones send: from a shrunk one of a chat to twelve megapixels. */
const SIZES = [
  [4000, 3000],
  [4032, 2268],
  [3264, 2448],
  [1600, 1200],
] as const;

/** A picture as a phone writes it: grain, edges, soft light, EXIF. The same for the same seed. */
export async function buildCameraPicture(seed: number): Promise<Buffer> {
  const [width, height] = SIZES[seed % SIZES.length] ?? SIZES[0];
  const random = seededRandom("camera", seed);
  const hue = () =>
    `hsl(${random.whole(0, 359)} ${random.whole(20, 70)}% ${random.whole(25, 75)}%)`;
  const shapes = Array.from({ length: 60 }, () => {
    const [x, y] = [random.whole(0, width), random.whole(0, height)];
    const size = `width="${random.whole(40, 900)}" height="${random.whole(20, 600)}"`;
    return `<rect x="${x}" y="${y}" ${size} fill="${hue()}" transform="rotate(${random.whole(0, 90)} ${x} ${y})"/>`;
  });
  const scene = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><rect width="100%" height="100%" fill="${hue()}"/>${shapes.join("")}</svg>`;
  const grainSide = 512;
  const grain = Buffer.from(Array.from({ length: grainSide ** 2 }, () => random.whole(110, 145)));
  const raw = { width: grainSide, height: grainSide, channels: 1 } as const;
  const tile = await sharp(grain, { raw }).png().toBuffer();
  return sharp(Buffer.from(scene))
    .flatten()
    .composite([{ input: tile, tile: true, blend: "soft-light" }])
    .withExif({ IFD0: { Make: "samsung", Model: "SM-A146P", Orientation: "6" } })
    .jpeg({ quality: 92 })
    .toBuffer();
}
