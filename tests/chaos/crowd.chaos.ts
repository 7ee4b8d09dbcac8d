import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buildPages } from "#server/cli/build-pages.ts";
import { buildCameraPicture } from "../factories/pictures/camera.ts";
import type { Chaos } from "./chaos.ts";
import { runCrowd } from "./crowd/run-crowd.ts";
import { PLANTS } from "./pictures/plants.ts";
import { openCluster } from "./thread/cluster.ts";

export const plants = PLANTS;

const PHOTOS_EACH = 10;
const KINDS = 8;
const PATIENCE_MS = 20 * 60_000;
const QUIET_MS = 8_000;

async function drawPhotos(folder: string, seed: number) {
  const paths: string[] = [];
  for (let at = 0; at < KINDS; at += 1) {
    const path = join(folder, `${at}.jpg`);
    writeFileSync(path, await buildCameraPicture(seed * KINDS + at));
    paths.push(path);
  }
  return paths;
}

/** Fifty people upload ten photos each while others read pages and write messages. */
export const chaos: Chaos = async ({ people, seed, plant, say }) => {
  await buildPages(say);
  const folder = mkdtempSync(join(tmpdir(), "pickup-chaos-crowd-"));
  const cluster = await openCluster(say);
  try {
    say("Drawing photos ...");
    const photos = await drawPhotos(folder, seed);
    const plan = {
      people,
      photosEach: PHOTOS_EACH,
      photos,
      patienceMs: PATIENCE_MS,
      quietMs: QUIET_MS,
    };
    say(`${people} people upload ${PHOTOS_EACH} photos each ...`);
    return await runCrowd({ clusterUrl: cluster.url, ...plan, plant });
  } finally {
    await cluster.close();
    rmSync(folder, { recursive: true });
  }
};
