import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import type { NormalisedPicture } from "./normalise-picture.ts";
import { type PictureRefusalCode, refusePicture } from "./picture-refusal.ts";

/** What a child can be asked about the picture in a file, and what it makes of it. */
export type ChildTasks = {
  normalise: Omit<NormalisedPicture, "originalSha256">;
  labels: string[];
};
export type ChildTask = keyof ChildTasks;
export type ChildRequest = { task: ChildTask; file: string };
export type ChildAnswer =
  | { kind: "ready" }
  | { kind: "done"; result: ChildTasks[ChildTask]; rss: number }
  | { kind: "refusal"; code: PictureRefusalCode; reason: string; rss: number };

export type PictureWorkerOptions = {
  childFile: URL;
  memoryBytes: number;
  startMs: number;
  /** How long a child may take over one picture; after that it is `picture.late`. */
  decodeMs: number;
  /** How much processor time one picture may take; after that it is `picture.timeout`. */
  processorMs: number;
  /** Pages go first: children run at a lower priority, from 0 (as the process itself) to 19. */
  niceness: number;
};

/** A child that has used up the processor time of its picture ends itself by this. */
export const outOfTime = "SIGVTALRM";

/** A child that ended without being asked to. */
export type PictureFault = {
  reason: "start" | "timeout" | "late" | "put_off" | "died";
  exitCode: number | null;
  signal: NodeJS.Signals | null;
};

const codeOfFault: Record<PictureFault["reason"], PictureRefusalCode> = {
  start: "picture.busy",
  put_off: "picture.busy",
  // The picture itself was not slow: the machine was.
  late: "picture.late",
  timeout: "picture.timeout",
  died: "picture.damaged",
};

// Nothing of the server's environment reaches the child. The threshold keeps libvips from writing
// a temporary file for a large picture, which a killed child would leave behind.
const childEnvironment = {
  NODE_ENV: "production",
  VIPS_DISC_THRESHOLD: "4g",
  UV_THREADPOOL_SIZE: "1",
  TZ: "UTC",
} as const;

/** The parent's hold on one child process, which it keeps alive for many pictures. */
export class PictureWorker {
  readonly ready: Promise<void>;
  readonly ended: Promise<PictureFault | undefined>;
  served = 0;
  rss = 0;
  alive = true;
  /** When it began the picture in hand. */
  since = 0;
  #options: PictureWorkerOptions;
  #child: ChildProcess;
  #gone = new AbortController();
  #faultReason: PictureFault["reason"] = "start";
  #asked = false;

  constructor(options: PictureWorkerOptions) {
    this.#options = options;
    this.#child = spawnChild(options);
    this.ended = this.#watchEnd();
    this.ready = this.#awaitReady();
    this.ready.catch(() => {});
  }

  get pid(): number | undefined {
    return this.#child.pid;
  }

  async ask<Task extends ChildTask>(task: Task, file: string): Promise<ChildTasks[Task]> {
    this.served++;
    this.since = performance.now();
    const answer = await this.#send({ task, file });
    if (answer.kind === "ready") throw refusePicture("picture.busy");
    this.rss = answer.rss;
    if (answer.kind === "done") return answer.result as ChildTasks[Task];
    throw refusePicture(answer.code, { cause: answer.reason });
  }

  /** Drops the picture in hand, and itself with it. */
  putOff(): void {
    this.#faultReason = "put_off";
    this.#child.kill("SIGKILL");
  }

  async end(): Promise<void> {
    this.#asked = true;
    this.#child.kill("SIGKILL");
    await this.ended;
  }

  async #send(request: ChildRequest): Promise<ChildAnswer> {
    const answer = this.#nextAnswer(this.#options.decodeMs);
    this.#child.send(request, () => {});
    try {
      return await answer;
    } catch (cause) {
      const code = this.#asked ? "picture.busy" : codeOfFault[this.#faultReason];
      throw refusePicture(code, { cause });
    }
  }

  async #awaitReady(): Promise<void> {
    await this.#nextAnswer(this.#options.startMs);
    this.#faultReason = "died";
  }

  async #nextAnswer(withinMs: number): Promise<ChildAnswer> {
    const late = AbortSignal.timeout(withinMs);
    const signal = AbortSignal.any([late, this.#gone.signal]);
    try {
      const [answer] = await once(this.#child, "message", { signal });
      return answer;
    } catch (error) {
      if (late.aborted && this.#faultReason === "died") this.#faultReason = "late";
      this.#child.kill("SIGKILL");
      await this.ended;
      throw error;
    }
  }

  #watchEnd(): Promise<PictureFault | undefined> {
    return new Promise((resolve) => {
      const end = (exitCode: number | null, signal: NodeJS.Signals | null) => {
        this.alive = false;
        if (signal === outOfTime) this.#faultReason = "timeout";
        this.#gone.abort();
        resolve(this.#asked ? undefined : { reason: this.#faultReason, exitCode, signal });
      };
      this.#child.once("exit", end);
      this.#child.once("error", () => end(null, null));
    });
  }
}

function spawnChild(options: PictureWorkerOptions): ChildProcess {
  const { childFile, memoryBytes, niceness, processorMs } = options;
  const limits = [memoryBytes, niceness, processorMs].map(String);
  const script = fileURLToPath(childFile);
  return spawn(process.execPath, ["--max-old-space-size=128", script, ...limits], {
    env: childEnvironment,
    serialization: "advanced",
    stdio: ["ignore", "ignore", "ignore", "ipc"],
  });
}
