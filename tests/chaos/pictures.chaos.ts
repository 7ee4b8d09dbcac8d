import { buildPages } from "#server/cli/build-pages.ts";
import type { Chaos } from "./chaos.ts";
import { walkCorpus } from "./pictures/corpus.ts";
import { makeCorpus } from "./pictures/make-corpus.ts";
import { PLANTS } from "./pictures/plants.ts";
import { runPictures } from "./pictures/run-pictures.ts";
import { openCluster } from "./thread/cluster.ts";

export const plants = PLANTS;

const MUTATIONS = 600;
const AGAIN = 1_000;
/** A morning's work: what pages widen is not what pictures cost. */
const PAGES = 200;

/** Hostile, odd and good pictures, of a folder or of our own making, over HTTP to the built app. */
export const chaos: Chaos = async ({ corpus, list, seed, plant, say }) => {
  await buildPages(say);
  const cluster = await openCluster(say);
  const own = makeCorpus(seed, MUTATIONS);
  const samples = corpus ? walkCorpus(corpus) : own;
  const warmUp = own.filter(({ folder }) => folder === "good");
  const tell = list
    ? ({ file, status, code, ms }: { file: string; status: number; code: string; ms: number }) =>
        console.log(JSON.stringify({ file, status, code, ms }))
    : undefined;
  try {
    return await runPictures({
      clusterUrl: cluster.url,
      samples,
      warmUp,
      again: AGAIN,
      pages: PAGES,
      plant,
      tell,
    });
  } finally {
    await cluster.close();
  }
};
