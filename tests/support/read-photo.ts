import { readFileSync } from "node:fs";

/** A small photo as a phone takes it. */
export const readPhoto = () =>
  new Uint8Array(readFileSync("tests/storage/fixtures/portrait-1.jpg"));
