import { fork } from "node:child_process";
import { once } from "node:events";
import { watchIdle } from "../../support/watch-idle.ts";
import { openWeb } from "../pictures/web.ts";
import { openScene, type Seat } from "../thread/scene.ts";
import { passMessages, readPages } from "./bystanders.ts";
import { emptyTally, type Tally } from "./phone.ts";
import type { PhonesOptions } from "./phones.ts";

const PHONES = new URL("./phones.ts", import.meta.url);
/** What goals allow a page and a message while the crowd uploads. */
const MOST_MS = 500;
/** The page's own patience with an answer ends here. */
const MOST_ANSWER_MS = 30_000;

type Options = {
  clusterUrl: string;
  people: number;
  photosEach: number;
  /** Paths of photos. */
  photos: string[];
  patienceMs: number;
  /** How long pages are read before anybody uploads: what they take then is the machine's own. */
  quietMs: number;
  plant?: string | undefined;
};

/** Not rounded: what never came is endless and stays so. */
const percentile = (times: number[], share: number) =>
  times.toSorted((a, b) => a - b)[Math.floor(times.length * share)] ?? Number.POSITIVE_INFINITY;

// JSON knows no infinity.
const shown = (ms: number) => (Number.isFinite(ms) ? Math.round(ms) : "never");

function add(tallies: Tally[]): Tally {
  const sum = emptyTally();
  for (const one of tallies)
    for (const name of Object.keys(sum) as (keyof Tally)[])
      sum[name] =
        name === "slowestAnswerMs" ? Math.max(sum[name], one[name]) : sum[name] + one[name];
  return sum;
}

async function sendFromPhones(options: PhonesOptions): Promise<Tally> {
  const phones = fork(PHONES, [JSON.stringify(options)]);
  const ended = once(phones, "exit").then(() => {
    throw new Error("The phones ended by themselves");
  });
  const [tallies] = await Promise.race([once(phones, "message"), ended]);
  ended.catch(() => {});
  phones.disconnect();
  return add(tallies);
}

/** What the crowd's phones heard, and what those who only read and wrote meanwhile had to wait for. */
async function gather(seats: Seat[], quietMs: number, phones: Omit<PhonesOptions, "owners">) {
  const { origin } = phones;
  const [reader, writer, watcher, ...crowd] = seats as [Seat, Seat, Seat, ...Seat[]];
  const owners = crowd.map(({ actor, cookie, code }) => ({ cookie, code, userId: actor.userId }));
  const end = Date.now() + quietMs;
  const quiet = await readPages(reader, origin, () => Date.now() > end);
  let isOver = false;
  const idle = watchIdle();
  const sending = sendFromPhones({ ...phones, owners }).finally(() => {
    isOver = true;
  });
  const [tally, pages, sockets] = await Promise.all([
    sending,
    readPages(reader, origin, () => isOver),
    passMessages([writer, watcher], origin, () => isOver),
  ]);
  return { tally, quiet, pages, sockets, idleCpu: idle() };
}

/** Everybody uploads at once, while a few others read and write. */
export async function runCrowd({ clusterUrl, people, plant, quietMs, ...given }: Options) {
  const scene = await openScene({ clusterUrl, threads: 1, people: people + 3 });
  const web = await openWeb({
    databaseUrl: scene.database.url,
    isQuiet: true,
    ...(plant ? { plant } : {}),
  });
  const begun = performance.now();
  let met: Awaited<ReturnType<typeof gather>>;
  let seen: Awaited<ReturnType<typeof web.close>>;
  try {
    await web.settle();
    met = await gather(scene.seats, quietMs, { ...given, origin: web.origin });
  } finally {
    seen = await web.close();
    await scene.close();
  }
  const { tally, quiet, pages, sockets, idleCpu } = met;
  const slow = [percentile(pages, 0.95), percentile(sockets, 0.95)];
  const isQuick = slow.every((ms) => ms <= MOST_MS) && tally.slowestAnswerMs <= MOST_ANSWER_MS;
  const isWhole = tally.arrived === tally.uploads && tally.retryAfterMissing === 0;
  return {
    people,
    ...tally,
    slowestAnswerMs: Math.round(tally.slowestAnswerMs),
    quietPagesP95: shown(percentile(quiet, 0.95)),
    pagesP50: shown(percentile(pages, 0.5)),
    pagesP95: shown(percentile(pages, 0.95)),
    socketsP50: shown(percentile(sockets, 0.5)),
    socketsP95: shown(percentile(sockets, 0.95)),
    idleCpu: Math.round(idleCpu),
    ...seen,
    seconds: Math.round((performance.now() - begun) / 1000),
    pass: isQuick && isWhole && seen.exits + seen.tempFilesLeft === 0,
  };
}
