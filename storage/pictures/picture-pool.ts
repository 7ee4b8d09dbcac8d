import { inspectPicture } from "./inspect-picture.ts";
import type { NormalisedPicture } from "./normalise-picture.ts";
import { isPictureRefusal, refusePicture } from "./picture-refusal.ts";
import { type PictureFault, PictureWorker, type PictureWorkerOptions } from "./picture-worker.ts";

export type PicturePoolOptions = Partial<PictureWorkerOptions> & {
  children?: number;
  /** How long a picture may wait for a child before it is refused as `picture.busy`. */
  waitMs?: number;
  /** A child is replaced after so many pictures. */
  picturesPerChild?: number;
  onFault?: (fault: PictureFault) => void;
};

export type PicturePoolStats = {
  /** The children that live now. */
  pids: number[];
  busy: number;
  waiting: number;
  accepted: number;
  refused: number;
  faults: number;
  replaced: number;
};

export type PicturePool = {
  /** Throws a `PictureRefusal`. */
  normalise(bytes: Uint8Array): Promise<NormalisedPicture>;
  /** Starts all children now instead of at the first picture. */
  warm(): Promise<void>;
  stats(): PicturePoolStats;
  /** Kills the children; pictures in hand are refused as `picture.busy`. */
  close(): Promise<void>;
};

type Job = {
  bytes: Uint8Array;
  settle(outcome: Promise<NormalisedPicture>): void;
  timer: NodeJS.Timeout;
};

type Settings = Required<PicturePoolOptions>;

const defaults: Settings = {
  children: 2,
  waitMs: 2_000,
  decodeMs: 6_000,
  startMs: 10_000,
  memoryBytes: 768 * 1024 * 1024,
  picturesPerChild: 200,
  childFile: new URL("./picture-child.ts", import.meta.url),
  onFault: () => {},
};

export function openPicturePool(options: PicturePoolOptions = {}): PicturePool {
  return new Pool({ ...defaults, ...options });
}

class Pool implements PicturePool {
  #settings: Settings;
  #workers = new Set<PictureWorker>();
  #idle: PictureWorker[] = [];
  #running = 0;
  #queue: Job[] = [];
  #counts = { accepted: 0, refused: 0, faults: 0, replaced: 0 };
  #closed = false;

  constructor(settings: Settings) {
    this.#settings = settings;
  }

  async normalise(bytes: Uint8Array): Promise<NormalisedPicture> {
    try {
      inspectPicture(bytes);
      const picture = await this.#enqueue(bytes);
      this.#counts.accepted++;
      return picture;
    } catch (error) {
      if (isPictureRefusal(error)) this.#counts.refused++;
      throw error;
    }
  }

  async warm(): Promise<void> {
    while (this.#workers.size < this.#settings.children) this.#start();
    await Promise.all([...this.#workers].map((worker) => worker.ready));
  }

  stats(): PicturePoolStats {
    return {
      pids: [...this.#workers].flatMap((worker) => worker.pid ?? []),
      busy: this.#running,
      waiting: this.#queue.length,
      ...this.#counts,
    };
  }

  async close(): Promise<void> {
    this.#closed = true;
    for (const job of this.#queue.splice(0)) refuseAsBusy(job);
    await Promise.all([...this.#workers].map((worker) => worker.end()));
  }

  #enqueue(bytes: Uint8Array): Promise<NormalisedPicture> {
    if (this.#closed) throw refusePicture("picture.busy");
    return new Promise((settle) => {
      const timer = setTimeout(() => this.#giveUp(job), this.#settings.waitMs);
      const job: Job = { bytes, settle, timer };
      this.#queue.push(job);
      this.#pump();
    });
  }

  #giveUp(job: Job): void {
    this.#queue.splice(this.#queue.indexOf(job), 1);
    refuseAsBusy(job);
  }

  #pump(): void {
    while (this.#idle.length > 0 && this.#queue.length > 0) {
      const worker = this.#idle.pop();
      const job = this.#queue.shift();
      if (worker && job) this.#run(worker, job);
    }
    const starting = this.#workers.size - this.#running - this.#idle.length;
    const free = this.#settings.children - this.#workers.size;
    const wanted = Math.min(this.#queue.length - starting, free);
    for (let count = 0; count < wanted; count++) this.#start();
  }

  async #run(worker: PictureWorker, job: Job): Promise<void> {
    clearTimeout(job.timer);
    this.#running++;
    const outcome = worker.normalise(job.bytes);
    job.settle(outcome);
    await outcome.catch(() => {});
    this.#running--;
    if (worker.alive && this.#isTired(worker)) return this.#replace(worker);
    if (worker.alive) this.#idle.push(worker);
    this.#pump();
  }

  // What a child still holds after a picture is fragmentation: half its memory leaves no room for the next.
  #isTired(worker: PictureWorker): boolean {
    const { picturesPerChild, memoryBytes } = this.#settings;
    return worker.served >= picturesPerChild || worker.rss > memoryBytes / 2;
  }

  async #replace(worker: PictureWorker): Promise<void> {
    this.#counts.replaced++;
    await worker.end();
  }

  #start(): void {
    const worker = new PictureWorker(this.#settings);
    this.#workers.add(worker);
    const admit = () => {
      this.#idle.push(worker);
      this.#pump();
    };
    worker.ready.then(admit, () => {});
    worker.ended.then((fault) => this.#lose(worker, fault));
  }

  #lose(worker: PictureWorker, fault: PictureFault | undefined): void {
    this.#workers.delete(worker);
    this.#idle = this.#idle.filter((other) => other !== worker);
    if (fault) {
      this.#counts.faults++;
      this.#settings.onFault(fault);
    }
    // A child that cannot start is tried again only when the next picture comes.
    if (!this.#closed && fault?.reason !== "start") {
      this.#start();
      this.#pump();
    }
  }
}

function refuseAsBusy(job: Job): void {
  clearTimeout(job.timer);
  job.settle(Promise.reject(refusePicture("picture.busy")));
}
