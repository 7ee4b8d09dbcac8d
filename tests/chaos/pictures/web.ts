import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import type { PicturePoolStats } from "#storage/pictures/picture-pool.ts";
import { findFreePort } from "../../support/free-port.ts";
import type { NodeOptions } from "../thread/open-node.ts";

const ENTRY = new URL("./node.ts", import.meta.url);
const WATCH_MS = 200;
const SILENT_MS = 5_000;
const MEGABYTE = 1024 * 1024;

type Told = PicturePoolStats & { rss: number };
type Options = Omit<NodeOptions, "port" | "origin"> & {
  plant?: string;
  /** Refusals are what is wanted, and are not to be told. */
  isQuiet?: boolean;
};

/** The most memory that a process ever had, in bytes; 0 once it is gone. */
function readPeak(pid: number): number {
  const file = `/proc/${pid}/status`;
  const kilobytes = existsSync(file) ? /VmHWM:\s+(\d+)/.exec(readFileSync(file, "utf8"))?.[1] : 0;
  return Number(kilobytes ?? 0) * 1024;
}

const listFiles = (folder: string) =>
  readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) =>
    statSync(join(folder, name)).isFile(),
  );

/** A web process with a temporary folder of its own, watched from outside. One that ends is started again. */
export async function openWeb(options: Options) {
  const temp = mkdtempSync(join(tmpdir(), "pickup-chaos-pictures-"));
  const port = await findFreePort();
  const origin = `http://localhost:${port}`;
  const seen = { exits: 0, faults: 0, childPeak: 0, webPeak: 0, baseline: 0 };
  let faultsBefore = 0;
  let child: ChildProcess;
  let isDoomed = false;
  let isWatching = true;

  async function start() {
    const given = JSON.stringify({ ...options, port, origin, drainNotice: 0 });
    child = fork(ENTRY, [given], {
      env: { ...process.env, NODE_ENV: "production", TMPDIR: temp },
      stdio: ["ignore", "inherit", "inherit", "ipc"],
    });
    child.once("exit", () => {
      if (isDoomed) return;
      seen.exits += 1;
      faultsBefore = seen.faults;
      ready = start();
    });
    await once(child, "message");
  }
  let ready = start();

  async function look() {
    const asked = child;
    if (!asked.connected) return;
    asked.send("tell");
    // One that ends meanwhile says nothing any more.
    const gone = AbortSignal.timeout(SILENT_MS);
    const [told] = (await once(asked, "message", { signal: gone }).catch(() => [])) as [Told?];
    if (!told) return;
    seen.webPeak = Math.max(seen.webPeak, told.rss);
    seen.faults = faultsBefore + told.faults;
    for (const pid of told.pids) seen.childPeak = Math.max(seen.childPeak, readPeak(pid));
  }
  async function watch() {
    while (isWatching) {
      await ready;
      await look();
      await sleep(WATCH_MS);
    }
  }
  const inMb = (bytes: number) => Math.round(bytes / MEGABYTE);
  const growthMb = () => inMb(seen.webPeak - seen.baseline);
  await ready;
  const watching = watch();

  return {
    origin,
    ready: () => ready,
    /** From here on growth counts. */
    async settle() {
      seen.webPeak = 0;
      await look();
      seen.baseline = seen.webPeak;
    },
    /** How much more it has had at its peak than when it began to count, in megabytes. */
    growthMb,
    /** The most it has had since it began to count. */
    peakMb: () => inMb(seen.webPeak),
    async close() {
      await look();
      const left = listFiles(temp).length;
      isWatching = false;
      await watching;
      isDoomed = true;
      const gone = once(child, "exit");
      child.kill("SIGTERM");
      await gone;
      const folders = readdirSync(temp).length;
      rmSync(temp, { recursive: true, force: true });
      return {
        exits: seen.exits,
        childKills: seen.faults,
        webRssGrowthMb: growthMb(),
        childRssPeakMb: inMb(seen.childPeak),
        // What is left once the process has gone counts as well.
        tempFilesLeft: left + folders,
      };
    },
  };
}

export type Web = Awaited<ReturnType<typeof openWeb>>;
