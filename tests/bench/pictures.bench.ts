import { type ChildProcess, fork, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import {
  createReadStream,
  existsSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openPicturePool, type PicturePool } from "#storage/pictures/picture-pool.ts";
import { walkCorpus } from "../chaos/pictures/corpus.ts";
import { buildCameraPicture } from "../factories/pictures/camera.ts";
import { compare, type Figure, median } from "./figure.ts";

const WORKERS = 2;
/** A line that is never empty: what a child cannot take yet is received meanwhile, as on any busy day. */
const SENDERS = 2 * WORKERS;
const ROUNDS = 9;
const PICTURES = 24;
const MEGABYTE = 1024 * 1024;

type Normalise = (file: string) => Promise<unknown>;
type Round = { perSecond: number; times: number[] };

/** As many at once as there are to do them. */
async function runRound(files: string[], normalise: Normalise[]): Promise<Round> {
  const queue = files.values();
  const times: number[] = [];
  const begun = performance.now();
  await Promise.all(
    normalise.map(async (work) => {
      for (const file of queue) {
        const start = performance.now();
        await work(file);
        times.push(performance.now() - start);
      }
    }),
  );
  return { perSecond: (files.length / (performance.now() - begun)) * 1000, times };
}

/** In the pieces in which `readFile` reads for the bare script: a piece costs a thread's turn, whatever its size. */
const read = (file: string) => createReadStream(file, { highWaterMark: 512 * 1024 });

const ours = (pool: PicturePool, senders: number): Normalise[] =>
  Array.from({ length: senders }, () => async (file) => {
    const picture = await pool.receive(read(file));
    // A corpus may hold what is refused; the bare script would have to as well.
    await pool.normalise(picture).finally(picture.discard);
  });

const bare = (scripts: ChildProcess[]): Normalise[] =>
  scripts.map((script) => async (file) => {
    script.send(file);
    await once(script, "message");
  });

/** Two sizes by the command line of libvips, a process for each, as shell scripts do it. */
const byCommand = (folder: string): Normalise[] =>
  Array.from({ length: WORKERS }, (_, at) => async (file) => {
    for (const side of [2560, 400]) {
      const out = `${join(folder, `out-${at}.jpg`)}[Q=80,strip]`;
      const options = ["vipsthumbnail", file, "--size", `${side}>`, "-o", out];
      await once(spawn("nice", ["-n", "10", ...options], { stdio: "ignore" }), "exit");
    }
  });

async function drawPictures(folder: string, count: number): Promise<string[]> {
  const files: string[] = [];
  for (let seed = 0; seed < count; seed += 1) {
    const file = join(folder, `camera-${seed}.jpg`);
    writeFileSync(file, await buildCameraPicture(seed));
    files.push(file);
  }
  return files;
}

const jpegsOf = (corpus: string) =>
  walkCorpus(corpus)
    .map(({ file }) => join(corpus, file))
    .filter((file) => /\.jpe?g$/i.test(file));

const p95 = (times: number[]) =>
  times.toSorted((a, b) => a - b)[Math.floor(times.length * 0.95)] ?? 0;

const readPeak = (pid: number) => {
  const file = `/proc/${pid}/status`;
  const kilobytes = existsSync(file) ? /VmHWM:\s+(\d+)/.exec(readFileSync(file, "utf8"))?.[1] : 0;
  return Number(kilobytes ?? 0) * 1024;
};

const openScripts = (file: URL) =>
  Promise.all(
    Array.from({ length: WORKERS }, async () => {
      const script = fork(file, { serialization: "advanced" });
      await once(script, "message");
      return script;
    }),
  );

type Measured = "own" | "paced" | "sameWork" | "beside";
type Taken = Record<Measured, Round> & { ownPeak: number; barePeak: number };

const peakOf = (pids: number[]) => Math.max(...pids.map(readPeak)) / MEGABYTE;

/**
 * One after the other, by processes of their own: two that are the same differ by a tenth for as long as they live.
 * @param order who begins has a machine that has just rested.
 */
async function takeRound(files: string[], order: Measured[]): Promise<Taken> {
  const pool = openPicturePool({ children: WORKERS, waitMs: 60_000, decodeMs: 60_000 });
  const scripts = await openScripts(new URL("./sharp-script.ts", import.meta.url));
  const workers = await openScripts(new URL("./same-work-script.ts", import.meta.url));
  const work = {
    own: ours(pool, SENDERS),
    paced: ours(pool, WORKERS),
    sameWork: bare(workers),
    beside: bare(scripts),
  };
  const taken: Partial<Record<Measured, Round>> = {};
  try {
    await pool.warm();
    // In service a child does two hundred: what its first ones cost is no part of the rate.
    for (const each of order) await runRound(files.slice(0, 4 * WORKERS), work[each]);
    for (const each of order) taken[each] = await runRound(files, work[each]);
    const pids = scripts.map(({ pid = 0 }) => pid);
    const peaks = { ownPeak: peakOf(pool.stats().pids), barePeak: peakOf(pids) };
    return { ...(taken as Record<Measured, Round>), ...peaks };
  } finally {
    for (const script of [...scripts, ...workers]) script.disconnect();
    await pool.close();
  }
}

/**
 * Received and normalised, beside a bare sharp script with the same outputs, turn by turn: with a line that waits,
 * and paced, each sender with a child of its own, which idles while its next picture comes in. `same_work` is a
 * script that also keeps, hashes, inspects and judges: what the outputs cost without a room of pictures.
 */
export async function* bench(smoke: boolean): AsyncIterable<Figure> {
  const folder = mkdtempSync(join(tmpdir(), "pickup-bench-pictures-"));
  try {
    const corpus = process.env.PICTURE_CORPUS;
    const files = corpus ? jpegsOf(corpus) : await drawPictures(folder, smoke ? 2 : PICTURES);
    const order: Measured[] = ["own", "paced", "sameWork", "beside"];
    const rounds: Taken[] = [];
    for (let round = 0; round < (smoke ? 1 : ROUNDS); round += 1)
      rounds.push(await takeRound(files, round % 2 ? order.toReversed() : order));
    const rate = (who: Measured) => median(rounds.map((round) => round[who].perSecond));
    const late = (who: Measured) => p95(rounds.flatMap((round) => round[who].times));
    const peak = (whose: "ownPeak" | "barePeak") =>
      Math.max(...rounds.map((round) => round[whose]));
    yield compare("pictures.rate", "pictures/s", rate("own"), rate("beside"));
    yield compare("pictures.paced", "pictures/s", rate("paced"), rate("beside"));
    yield compare("pictures.same_work", "pictures/s", rate("sameWork"), rate("beside"));
    yield compare("pictures.p95", "ms", late("paced"), late("beside"));
    yield compare("pictures.peak", "MB a child", peak("ownPeak"), peak("barePeak"));
    if (spawnSync("vipsthumbnail", ["--vips-version"]).status !== 0) return;
    const command = await runRound(files, byCommand(folder));
    yield compare("pictures.vipsthumbnail", "pictures/s", rate("own"), command.perSecond);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
