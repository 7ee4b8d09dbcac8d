import { standIn } from "../thread/plants.ts";

/** The module that each planted fault stands in for. */
const REPLACED: Record<string, string> = {
  "decode-in-web": "#storage/pictures/picture-pool.ts",
  "decode-at-once": "#storage/pictures/picture-pool.ts",
  "full-house": "#storage/pictures/picture-pool.ts",
  "no-sniff": "#storage/pictures/sniff-picture.ts",
  "keep-temp": "#storage/pictures/receive-picture.ts",
};

export const PLANTS = Object.keys(REPLACED);

/** Before the app is loaded, so that it gets the fault for the real thing. */
export async function plantInNode(plant?: string) {
  const replaced = plant && REPLACED[plant];
  if (replaced) standIn(replaced, new URL(`./plants/${plant}.ts`, import.meta.url).href);
}
