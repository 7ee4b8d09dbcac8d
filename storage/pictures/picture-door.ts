import { refusePicture } from "./picture-refusal.ts";

export type DoorOptions = {
  /** How many may be inside, coming in or waiting for a child or with it. */
  places: number;
  /** How many of one sender may be here, also of those that come in slowly. */
  mostOfOne: number;
  /** How long one may stand outside before it is refused as `picture.busy`. */
  outsideMs: number;
};

/** One picture's being here; each counts once. */
export type Place = {
  /** It comes in slowly: another may have its place meanwhile. */
  stepAside(): void;
  leave(): void;
};

type Guest = { sender: string; letIn(): void; timer: NodeJS.Timeout };

/**
 * Pictures that cannot be decoded soon wait with their sender instead of here: of whoever stands outside not a
 * byte is read. They come in as they came, but nobody has more than so many here: one who sends a hundred stands in
 * their own way. (Whoever has the fewest first would let in one photo of everybody and send everybody's second away.)
 */
export class PictureDoor {
  #options: DoorOptions;
  #inside = 0;
  /** How many of each sender are here. */
  #here = new Map<string, number>();
  #outside: Guest[] = [];

  constructor(options: DoorOptions) {
    this.#options = options;
  }

  async enter(sender: string): Promise<Place> {
    if (this.#hasRoom() && this.#mayHaveMore(sender)) this.#admit(sender);
    else await this.#standOutside(sender);
    let [isInside, isHere] = [true, true];
    const stepAside = () => {
      if (isInside) this.#inside--;
      isInside = false;
      this.#letIn();
    };
    const leave = () => {
      if (isHere) this.#count(sender, -1);
      isHere = false;
      stepAside();
    };
    return { stepAside, leave };
  }

  #hasRoom(): boolean {
    return this.#inside < this.#options.places;
  }

  #mayHaveMore(sender: string): boolean {
    return this.#countOf(sender) < this.#options.mostOfOne;
  }

  #standOutside(sender: string): Promise<void> {
    return new Promise((letIn, reject) => {
      const giveUp = () => {
        this.#outside.splice(this.#outside.indexOf(guest), 1);
        reject(refusePicture("picture.busy"));
      };
      const guest = { sender, letIn, timer: setTimeout(giveUp, this.#options.outsideMs) };
      this.#outside.push(guest);
    });
  }

  #admit(sender: string): void {
    this.#inside++;
    this.#count(sender, 1);
  }

  #countOf(sender: string): number {
    return this.#here.get(sender) ?? 0;
  }

  #count(sender: string, change: 1 | -1): void {
    const count = this.#countOf(sender) + change;
    if (count > 0) this.#here.set(sender, count);
    else this.#here.delete(sender);
  }

  #letIn(): void {
    while (this.#hasRoom()) {
      const next = this.#outside.find(({ sender }) => this.#mayHaveMore(sender));
      if (!next) return;
      this.#outside.splice(this.#outside.indexOf(next), 1);
      clearTimeout(next.timer);
      this.#admit(next.sender);
      next.letIn();
    }
  }
}
