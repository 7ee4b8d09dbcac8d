import { buildScans, buildSized } from "./jpeg.ts";
import { animation, buildPng, chunk, packedProfile, packedText } from "./png.ts";
import { buildCanvas, buildFrames, buildWrongLength } from "./webp.ts";

const MEGABYTE = 1024 * 1024;
const manyTexts = (count: number) =>
  Array.from({ length: count }, () => chunk("tEXt", Buffer.from("a\0b")));

export type Bomb = { name: string; make(): Buffer | Promise<Buffer> };

/** Small to send, and made to cost much: all of them must be refused. */
export const bombs: Bomb[] = [
  { name: "pixels-png", make: () => buildPng(30_000, 30_000, [], 8) },
  { name: "pixels-png-side", make: () => buildPng(16_384, 4) },
  { name: "pixels-png-most", make: () => buildPng(0x7fffffff, 0x7fffffff, [], 0) },
  { name: "pixels-jpeg", make: () => buildSized(65_500, 65_500) },
  { name: "pixels-jpeg-51-million", make: () => buildSized(8_000, 6_400) },
  { name: "pixels-webp", make: () => buildCanvas(16_384, 16_384) },
  { name: "pixels-webp-most", make: () => buildCanvas(1 << 24, 1 << 24) },
  { name: "scans-101", make: () => buildScans(101) },
  { name: "scans-500", make: () => buildScans(500) },
  { name: "scans-5000", make: () => buildScans(5_000, 96) },
  { name: "frames-apng", make: () => buildPng(64, 64, [animation(10_000)]) },
  { name: "frames-webp", make: () => buildFrames(2_000) },
];

/** Odd but not beyond a limit: taken or refused, and cheap either way. */
export const oddities: Bomb[] = [
  { name: "chunks-png", make: () => buildPng(64, 64, manyTexts(200_000)) },
  { name: "packed-text-png", make: () => buildPng(64, 64, [packedText(100 * MEGABYTE)]) },
  { name: "packed-profile-png", make: () => buildPng(64, 64, [packedProfile(100 * MEGABYTE)]) },
  { name: "length-webp-long", make: () => buildWrongLength(0x7ffffff0) },
  { name: "length-webp-longest", make: () => buildWrongLength(0xffffffff) },
  { name: "length-webp-short", make: () => buildWrongLength(1) },
  { name: "length-webp-zero", make: () => buildWrongLength(0) },
];
