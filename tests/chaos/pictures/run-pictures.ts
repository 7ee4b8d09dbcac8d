import { openScene, type Seat } from "../thread/scene.ts";
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
  /** How many pages are opened before anything counts. */
  pages?: number;
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

async function openPages(web: Web, [seat]: Seat[], count: number) {
  const paths = ["/pickup-problem?tab=turn", `/pickup-problem/${seat?.code}`];
  const headers = { cookie: seat?.cookie ?? "", accept: "text/html" };
  const turns = Array.from({ length: count }).keys();
  const read = async () => {
    for (const turn of turns) {
      const answer = await fetch(web.origin + paths[turn % paths.length], { headers });
      if ((await answer.text()) && !answer.ok) throw new Error(`A page answered ${answer.status}`);
    }
  };
  await Promise.all(Array.from({ length: SENDERS }, read));
}

type Pass = Omit<Options, "clusterUrl" | "plant"> & { seats: Seat[]; cookieOf: Cookies };

/** @returns what was answered, and how much the process grew beyond what everyday pages make of it. */
async function postTwice(web: Web, pass: Pass) {
  const { cookieOf, seats, samples, warmUp, again = 0, pages = 0, tell } = pass;
  await web.settle();
  const webRssStartMb = web.peakMb();
  await openPages(web, seats, pages);
  await postAll(web, cookieOf, warmUp);
  await web.settle();
  const answers = await postAll(web, cookieOf, samples, tell);
  const grown = { webRssStartMb, webRssPeakMb: web.peakMb(), webRssGrowthMb: web.growthMb() };
  // What grows for good would grow again; what V8 and malloc have widened by now stays as wide.
  await web.settle();
  await postAll(web, cookieOf, samples.slice(0, again));
  return { ...judge(answers), ...grown, webRssSecondPassMb: web.growthMb() };
}

/** Posts every sample to the built app and looks at the process meanwhile. */
export async function runPictures({ clusterUrl, plant, ...options }: Options) {
  const people = Math.ceil(options.samples.length / PHOTOS_A_PERSON) + 1;
  const scene = await openScene({ clusterUrl, threads: 1, people });
  const { seats } = scene;
  const cookieOf = (at: number) => seats[at % people]?.cookie ?? "";
  const web = await openWeb({ databaseUrl: scene.database.url, ...(plant ? { plant } : {}) });
  let told: Awaited<ReturnType<typeof postTwice>>;
  let seen: Awaited<ReturnType<Web["close"]>>;
  try {
    told = await postTwice(web, { ...options, seats, cookieOf });
  } finally {
    seen = await web.close();
    await scene.close();
  }
  const { exits, tempFilesLeft } = seen;
  const faults = told.errors5xx + told.unanswered + told.unexplained + exits + tempFilesLeft;
  const pass = faults === 0 && told.slowestMs <= 10_000 && told.webRssGrowthMb <= 100;
  return { ...seen, ...told, pass };
}
