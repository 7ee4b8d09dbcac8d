import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import type { NormalisedPicture } from "./normalise-picture.ts";
import { type PictureRefusalCode, refusePicture } from "./picture-refusal.ts";

export type ChildRequest = { bytes: Uint8Array };
export type ChildAnswer =
  | { kind: "ready" }
  | { kind: "picture"; picture: NormalisedPicture; rss: number }
  | { kind: "refusal"; code: PictureRefusalCode; reason: string; rss: number };

export type PictureWorkerOptions = {
  childFile: URL;
  memoryBytes: number;
  startMs: number;
  decodeMs: number;
};

/** A child that ended without being asked to. */
export type PictureFault = {
  reason: "start" | "timeout" | "died";
  exitCode: number | null;
  signal: NodeJS.Signals | null;
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

  async normalise(bytes: Uint8Array): Promise<NormalisedPicture> {
    this.served++;
    const answer = await this.#ask({ bytes });
    if (answer.kind === "picture") {
      this.rss = answer.rss;
      return answer.picture;
    }
    if (answer.kind === "ready") throw refusePicture("picture.busy");
    this.rss = answer.rss;
    throw refusePicture(answer.code, { cause: answer.reason });
  }

  async end(): Promise<void> {
    this.#asked = true;
    this.#child.kill("SIGKILL");
    await this.ended;
  }

  async #ask(request: ChildRequest): Promise<ChildAnswer> {
    const answer = this.#nextAnswer(this.#options.decodeMs);
    this.#child.send(request, () => {});
    try {
      return await answer;
    } catch (cause) {
      if (this.#asked) throw refusePicture("picture.busy", { cause });
      const timedOut = this.#faultReason === "timeout";
      throw refusePicture(timedOut ? "picture.timeout" : "picture.damaged", { cause });
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
      if (late.aborted && this.#faultReason === "died") this.#faultReason = "timeout";
      this.#child.kill("SIGKILL");
      await this.ended;
      throw error;
    }
  }

  #watchEnd(): Promise<PictureFault | undefined> {
    return new Promise((resolve) => {
      const end = (exitCode: number | null, signal: NodeJS.Signals | null) => {
        this.alive = false;
        this.#gone.abort();
        resolve(this.#asked ? undefined : { reason: this.#faultReason, exitCode, signal });
      };
      this.#child.once("exit", end);
      this.#child.once("error", () => end(null, null));
    });
  }
}

function spawnChild({ childFile, memoryBytes }: PictureWorkerOptions): ChildProcess {
  const script = fileURLToPath(childFile);
  return spawn(process.execPath, ["--max-old-space-size=128", script, String(memoryBytes)], {
    env: childEnvironment,
    serialization: "advanced",
    stdio: ["ignore", "ignore", "ignore", "ipc"],
  });
}
