import { openScene } from "../thread/scene.ts";
import type { Sample } from "./corpus.ts";
import { judge } from "./judge.ts";
import { type Answer, postPhoto } from "./post-photo.ts";
import { openWeb, type Web } from "./web.ts";

/** So few of each person that nobody meets a limit. */
const PHOTOS_A_PERSON = 20;
const SENDERS = 4;

type Options = {
  clusterUrl: string;
  samples: Sample[];
  warmUp: Sample[];
  /** How many are posted a second time, for what grows then as well. */
  again?: number;
  plant?: string | undefined;
  tell?: ((answer: Answer) => void) | undefined;
};

type Cookies = (at: number) => string;

async function postAll(web: Web, cookieOf: Cookies, samples: Sample[], tell = (_: Answer) => {}) {
  const answers: Answer[] = [];
  const queue = samples.entries();
  const send = async () => {
    for (const [at, sample] of queue) {
      await web.ready();
      const answer = await postPhoto({ origin: web.origin, cookie: cookieOf(at) }, sample);
      answers.push(answer);
      tell(answer);
    }
  };
  await Promise.all(Array.from({ length: SENDERS }, send));
  return answers;
}

/** Posts every sample to the built app and looks at the process meanwhile. */
export async function runPictures({
  clusterUrl,
  samples,
  warmUp,
  again = 0,
  plant,
  tell,
}: Options) {
  const people = Math.ceil(samples.length / PHOTOS_A_PERSON) + 1;
  const scene = await openScene({ clusterUrl, threads: 1, people });
  const cookieOf = (at: number) => scene.seats[at % people]?.cookie ?? "";
  const node = { databaseUrl: scene.database.url, ...(plant ? { plant } : {}) };
  const web = await openWeb(node);
  let told: ReturnType<typeof judge>;
  let firstPassMb: number;
  let seen: Awaited<ReturnType<Web["close"]>>;
  try {
    await postAll(web, cookieOf, warmUp);
    await web.settle();
    told = judge(await postAll(web, cookieOf, samples, tell));
    firstPassMb = web.growthMb();
    // What grows for good would grow again; what V8 and malloc have widened by now stays as wide.
    await web.settle();
    await postAll(web, cookieOf, samples.slice(0, again));
  } finally {
    seen = await web.close();
    await scene.close();
  }
  const { webRssGrowthMb: webRssSecondPassMb, ...rest } = seen;
  const { exits, tempFilesLeft } = rest;
  const faults = told.errors5xx + told.unanswered + told.unexplained + exits + tempFilesLeft;
  const pass = faults === 0 && told.slowestMs <= 10_000 && firstPassMb <= 100;
  return { ...told, ...rest, webRssGrowthMb: firstPassMb, webRssSecondPassMb, pass };
}
