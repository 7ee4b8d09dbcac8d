import { describe, expect, it } from "vitest";
import { distanceBetween } from "#app/domain/photos/distance-between.server.ts";
import { hashColumns } from "#app/domain/photos/hash-columns.server.ts";
import { readLabel } from "#app/domain/photos/read-label.server.ts";

describe("the label in a photo", () => {
  it.each([
    ["one code is the resi", ["8991234567890", "IDE123456789"], "matches"],
    ["it is written with spaces and small letters", ["ide 123-456 789"], "matches"],
    ["another resi", ["IDE999999999"], "differs"],
    ["nothing was read", [], "unreadable"],
    [
      "only a web address and a short number were read",
      ["https://idx.example/1234", "42"],
      "unreadable",
    ],
  ])("%s", (_, codes, state) => {
    expect(readLabel(codes, ["IDE123456789"])).toMatchObject({ state });
  });

  it("says nothing where nobody looked, or nothing is wanted", () => {
    expect(readLabel(null, ["IDE123456789"])).toBeNull();
    expect(readLabel(["IDE123456789"], [])).toBeNull();
  });
});

it("measures over the ground", () => {
  const monas = { latitude: -6.1754, longitude: 106.8272 };
  const gedungSate = { latitude: -6.9025, longitude: 107.6188 };
  expect(distanceBetween(monas, monas)).toBe(0);
  // 119 km as the crow flies.
  expect(Math.round(distanceBetween(monas, gedungSate) / 1000)).toBe(119);
});

it("keeps a hash as bits and as eight numbers that tell their place", () => {
  const { perceptual_hash, hash_bands } = hashColumns("80000000000000ff");
  expect(perceptual_hash).toBe(`1${"0".repeat(55)}${"1".repeat(8)}`);
  expect(hash_bands).toEqual([128, 256, 512, 768, 1024, 1280, 1536, 1792 + 255]);
  expect(hashColumns(null)).toEqual({ perceptual_hash: null, hash_bands: null });
});
