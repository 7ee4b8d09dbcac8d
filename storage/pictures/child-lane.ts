import { refusePicture } from "./picture-refusal.ts";
import {
  type ChildTask,
  type ChildTasks,
  type PictureFault,
  PictureWorker,
  type PictureWorkerOptions,
} from "./picture-worker.ts";

export type LaneOptions = PictureWorkerOptions & {
  children: number;
  /** How long a picture may wait for a child before it is refused as `picture.busy`. */
  waitMs: number;
  /** How many may wait; one more is refused at once. */
  maxWaiting: number;
  /** When every child has been at its picture for so long and somebody waits, the youngest is put off. */
  slowMs: number;
  /** A child is replaced after so many pictures. */
  picturesPerChild: number;
  onFault: (fault: PictureFault) => void;
};

type Job = { run(worker: PictureWorker): Promise<unknown>; refuse(): void; timer: NodeJS.Timeout };

/** Children that do one picture at a time each, and a line of pictures that wait for them. */
export class ChildLane {
  faults = 0;
  replaced = 0;
  #options: LaneOptions;
  #workers = new Set<PictureWorker>();
  #idle: PictureWorker[] = [];
  #running = new Set<PictureWorker>();
  #queue: Job[] = [];
  #closed = false;

  constructor(options: LaneOptions) {
    this.#options = options;
  }

  get waiting(): number {
    return this.#queue.length;
  }

  get busy(): number {
    return this.#running.size;
  }

  get pids(): number[] {
    return [...this.#workers].flatMap((worker) => worker.pid ?? []);
  }

  async warm(): Promise<void> {
    while (this.#workers.size < this.#options.children) this.#start();
    await Promise.all([...this.#workers].map((worker) => worker.ready));
  }

  ask<Task extends ChildTask>(task: Task, file: string): Promise<ChildTasks[Task]> {
    const { promise, resolve, reject } = Promise.withResolvers<ChildTasks[Task]>();
    const refuse = () => reject(refusePicture("picture.busy"));
    const timer = setTimeout(() => this.#giveUp(job), this.#options.waitMs);
    const run = (worker: PictureWorker) => worker.ask(task, file).then(resolve, reject);
    const job: Job = { run, refuse, timer };
    if (this.#closed || this.#isFull()) this.#refuse(job);
    else {
      this.#queue.push(job);
      this.#pump();
    }
    return promise;
  }

  async close(): Promise<void> {
    this.#closed = true;
    for (const job of this.#queue.splice(0)) this.#refuse(job);
    await Promise.all([...this.#workers].map((worker) => worker.end()));
  }

  #isFull(): boolean {
    return this.#idle.length === 0 && this.#queue.length >= this.#options.maxWaiting;
  }

  #giveUp(job: Job): void {
    this.#queue.splice(this.#queue.indexOf(job), 1);
    this.#refuse(job);
  }

  #refuse(job: Job): void {
    clearTimeout(job.timer);
    job.refuse();
  }

  #pump(): void {
    while (this.#idle.length > 0 && this.#queue.length > 0) {
      const worker = this.#idle.pop();
      const job = this.#queue.shift();
      if (worker && job) this.#run(worker, job);
    }
    const starting = this.#workers.size - this.#running.size - this.#idle.length;
    const free = this.#options.children - this.#workers.size;
    const wanted = Math.min(this.#queue.length - starting, free);
    for (let count = 0; count < wanted; count++) this.#start();
    this.#relieve();
  }

  async #run(worker: PictureWorker, job: Job): Promise<void> {
    clearTimeout(job.timer);
    this.#running.add(worker);
    const slow = setTimeout(() => this.#relieve(), this.#options.slowMs + 1);
    await job.run(worker);
    clearTimeout(slow);
    this.#running.delete(worker);
    if (worker.alive && this.#isTired(worker)) return this.#replace(worker);
    if (worker.alive) this.#idle.push(worker);
    this.#pump();
  }

  // A stream of slow bombs must not take all children: one may go on to its limit, the others make room.
  #relieve(): void {
    const { children, slowMs } = this.#options;
    if (this.#queue.length === 0 || children < 2 || this.#running.size < children) return;
    const since = performance.now() - slowMs;
    const running = [...this.#running];
    if (running.some((worker) => worker.since > since)) return;
    running.toSorted((a, b) => b.since - a.since)[0]?.putOff();
  }

  // What a child still holds after a picture is fragmentation: half its memory leaves no room for the next.
  #isTired(worker: PictureWorker): boolean {
    const { picturesPerChild, memoryBytes } = this.#options;
    return worker.served >= picturesPerChild || worker.rss > memoryBytes / 2;
  }

  async #replace(worker: PictureWorker): Promise<void> {
    this.replaced++;
    await worker.end();
  }

  #start(): void {
    const worker = new PictureWorker(this.#options);
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
      this.faults++;
      this.#options.onFault(fault);
    }
    // A child that cannot start is tried again only when the next picture comes.
    if (!this.#closed && fault?.reason !== "start") {
      this.#start();
      this.#pump();
    }
  }
}
