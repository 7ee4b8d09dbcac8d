import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { setTimeout as sleep } from "node:timers/promises";

const ENTRY = new URL("./worker.ts", import.meta.url);
const START_MS = 30_000;

type Options = { url: string; plant?: string; size: number };
type Life = { from: number; to: number };

async function untilReady(child: ChildProcess) {
  const ready = new Promise<void>((resolve, reject) => {
    child.on("message", (message) => message === "ready" && resolve());
    child.once("exit", (code) => reject(new Error(`A worker ended by itself with ${code}`)));
  });
  const late = sleep(START_MS, undefined, { ref: false }).then(() => {
    throw new Error(`A worker was not ready in ${START_MS / 1000} s`);
  });
  await Promise.race([ready, late]);
}

/** One place for a worker process, which is killed and started again. */
function openWorker(url: string, plant: string, complaints: string[]) {
  let child: ChildProcess | undefined;
  const lives: Life[] = [];
  return {
    lives,
    async start() {
      const born = fork(ENTRY, [url, plant], { stdio: ["ignore", "pipe", "inherit", "ipc"] });
      child = born;
      lives.push({ from: Date.now(), to: Number.POSITIVE_INFINITY });
      if (born.stdout)
        createInterface({ input: born.stdout }).on("line", (line) => complaints.push(line));
      await untilReady(born);
    },
    async kill() {
      const life = lives.at(-1);
      if (!child || !life) return;
      if (child.exitCode !== null) throw new Error(`A worker ended by itself: ${child.exitCode}`);
      const gone = once(child, "exit");
      child.kill("SIGKILL");
      life.to = Date.now();
      await gone;
    },
    /** Resolves as the worker begins its next transaction, or after `patience`. */
    nextTransaction: (patience: number) =>
      Promise.race([
        new Promise<void>((resolve) => child?.once("message", () => resolve())),
        sleep(patience, undefined, { ref: false }),
      ]),
  };
}

/** How much of the time from `from` to `to` is in at least one of the lives. */
export function measureAlive(lives: Life[], from: number, to: number): number {
  let reached = from;
  let sum = 0;
  for (const life of lives.toSorted((a, b) => a.from - b.from)) {
    const begin = Math.max(reached, life.from);
    const end = Math.min(to, life.to);
    if (end <= begin) continue;
    sum += end - begin;
    reached = end;
  }
  return sum;
}

export function openFleet({ url, plant = "", size }: Options) {
  const complaints: string[] = [];
  const workers = Array.from({ length: size }, () => openWorker(url, plant, complaints));
  return {
    workers,
    /** Whatever the workers logged as a warning or worse. */
    complaints,
    startAll: () => Promise.all(workers.map((worker) => worker.start())),
    killAll: () => Promise.all(workers.map((worker) => worker.kill())),
    aliveMs: (from: number, to: number) =>
      measureAlive(
        workers.flatMap((worker) => worker.lives),
        from,
        to,
      ),
  };
}

export type Fleet = ReturnType<typeof openFleet>;
