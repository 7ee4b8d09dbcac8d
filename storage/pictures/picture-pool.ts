import { randomUUID } from "node:crypto";
import { ChildLane, type LaneOptions } from "./child-lane.ts";
import type { NormalisedPicture } from "./normalise-picture.ts";
import { PictureDoor } from "./picture-door.ts";
import { PictureInbox } from "./picture-inbox.ts";
import { isPictureRefusal } from "./picture-refusal.ts";
import type { IncomingPicture, PictureData } from "./receive-picture.ts";

export type PicturePoolOptions = Partial<LaneOptions> & {
  /** How many pictures may be inside for each child; whoever comes in slowly is not counted. */
  placesPerChild?: number;
  /** How many pictures of one sender may be here at once. */
  mostOfOne?: number;
  /** How long a picture may wait before it is read. */
  outsideMs?: number;
  /** Where pictures wait in files; the system's temporary folder unless said otherwise. */
  folder?: string;
  /** What is different for the child that reads labels. */
  labels?: Partial<LaneOptions>;
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

export type Reception = {
  /** Nobody has more than so many here; without a name it is somebody else each time. */
  sender?: string;
  /** Nobody waits for it: it takes no place. */
  isAside?: boolean;
};

/** The room of pictures. What it refuses is a `PictureRefusal`. */
export type PicturePool = {
  /** Streams a picture into a file. Whoever receives it discards it. */
  receive(data: PictureData, from?: Reception): Promise<IncomingPicture>;
  normalise(picture: IncomingPicture): Promise<NormalisedPicture>;
  /** The texts of its bar codes and QR codes; null when there was no time for it. No picture waits for that. */
  readLabels(picture: IncomingPicture): Promise<string[] | null>;
  /** Starts all children now instead of at the first picture. */
  warm(): Promise<void>;
  stats(): PicturePoolStats;
  /** Kills the children and removes the files; pictures in hand are refused as `picture.busy`. */
  close(): Promise<void>;
};

const defaults: LaneOptions = {
  children: 2,
  waitMs: 2_000,
  maxWaiting: 32,
  slowMs: 1_500,
  decodeMs: 6_000,
  // A picture of the most pixels and scans that are allowed takes 2.5 seconds.
  processorMs: 4_000,
  startMs: 10_000,
  niceness: 10,
  memoryBytes: 768 * 1024 * 1024,
  picturesPerChild: 200,
  childFile: new URL("./picture-child.ts", import.meta.url),
  onFault: () => {},
};

/** As many as two children do within the wait that follows; of one person, as many as two devices send at once. */
const atTheDoor = { placesPerChild: 4, mostOfOne: 4, outsideMs: 1_500 };
/** Whoever is not in after so long is held up by the network, costs little, and gives the place back. */
const slowSenderMs = 1_000;

/** A child of its own, behind the others: two seconds at most, waiting included. */
const forLabels = { children: 1, waitMs: 500, decodeMs: 1_500, maxWaiting: 4, niceness: 15 };

export function openPicturePool(options: PicturePoolOptions = {}): PicturePool {
  return new Pool(options);
}

class Pool implements PicturePool {
  #door: PictureDoor;
  #leave = new WeakMap<IncomingPicture, () => void>();
  #inbox: PictureInbox;
  #pictures: ChildLane;
  #labels: ChildLane;
  #accepted = 0;
  #refused = 0;

  constructor({ folder, labels, ...options }: PicturePoolOptions) {
    const { children, placesPerChild, mostOfOne, outsideMs } = {
      ...defaults,
      ...atTheDoor,
      ...options,
    };
    this.#door = new PictureDoor({ places: children * placesPerChild, mostOfOne, outsideMs });
    this.#inbox = new PictureInbox(folder);
    this.#pictures = new ChildLane({ ...defaults, ...options });
    this.#labels = new ChildLane({ ...defaults, ...options, ...forLabels, ...labels });
  }

  receive(data: PictureData, { sender, isAside }: Reception = {}): Promise<IncomingPicture> {
    return this.#count(
      isAside ? this.#inbox.receive(data) : this.#receive(data, sender || randomUUID()),
    );
  }

  async normalise(incoming: IncomingPicture): Promise<NormalisedPicture> {
    const { file, sha256 } = incoming;
    const asked = this.#pictures.ask("normalise", file).finally(this.#leave.get(incoming));
    const picture = await this.#count(asked);
    this.#accepted++;
    return { ...picture, originalSha256: sha256 };
  }

  async readLabels({ file }: IncomingPicture): Promise<string[] | null> {
    if (this.#pictures.waiting > 0) return null;
    try {
      return await this.#labels.ask("labels", file);
    } catch (error) {
      if (isPictureRefusal(error)) return null;
      throw error;
    }
  }

  async warm(): Promise<void> {
    await Promise.all([this.#inbox.open(), this.#pictures.warm(), this.#labels.warm()]);
  }

  stats(): PicturePoolStats {
    return {
      pids: [...this.#pictures.pids, ...this.#labels.pids],
      busy: this.#pictures.busy,
      waiting: this.#pictures.waiting,
      accepted: this.#accepted,
      refused: this.#refused,
      faults: this.#pictures.faults + this.#labels.faults,
      replaced: this.#pictures.replaced + this.#labels.replaced,
    };
  }

  async close(): Promise<void> {
    await Promise.all([this.#pictures.close(), this.#labels.close()]);
    await this.#inbox.close();
  }

  async #receive(data: PictureData, sender: string): Promise<IncomingPicture> {
    const entering = this.#door.enter(sender);
    const { stepAside, leave } = await entering.catch((refusal) => readAndForget(data, refusal));
    const slow = setTimeout(stepAside, slowSenderMs);
    try {
      const { discard, ...received } = await this.#inbox.receive(data);
      const picture = { ...received, discard: () => discard().finally(leave) };
      this.#leave.set(picture, leave);
      return picture;
    } catch (error) {
      leave();
      throw error;
    } finally {
      clearTimeout(slow);
    }
  }

  async #count<T>(work: Promise<T>): Promise<T> {
    try {
      return await work;
    } catch (error) {
      if (isPictureRefusal(error)) this.#refused++;
      throw error;
    }
  }
}

/** A sender who is still sending hears no refusal. */
async function readAndForget(data: PictureData, refusal: unknown): Promise<never> {
  for await (const _ of data);
  throw refusal;
}
