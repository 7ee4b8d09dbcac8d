import { refusePicture } from "./picture-refusal.ts";

export type DoorOptions = {
  /** How many may be inside, coming in or waiting for a child or with it. */
  places: number;
  /** How long one may stand outside before it is refused as `picture.busy`. */
  outsideMs: number;
};

type Guest = { letIn(): void; timer: NodeJS.Timeout };

/**
 * Pictures that cannot be decoded soon wait with their sender instead of here: of whoever stands outside not a
 * byte is read.
 */
export class PictureDoor {
  #options: DoorOptions;
  #inside = 0;
  #outside: Guest[] = [];

  constructor(options: DoorOptions) {
    this.#options = options;
  }

  /** @returns what gives the place back; it counts once. */
  async enter(): Promise<() => void> {
    if (this.#inside < this.#options.places) this.#inside++;
    else await this.#standOutside();
    let isInside = true;
    return () => {
      if (isInside) this.#passOn();
      isInside = false;
    };
  }

  #standOutside(): Promise<void> {
    return new Promise((letIn, reject) => {
      const giveUp = () => {
        this.#outside.splice(this.#outside.indexOf(guest), 1);
        reject(refusePicture("picture.busy"));
      };
      const guest = { letIn, timer: setTimeout(giveUp, this.#options.outsideMs) };
      this.#outside.push(guest);
    });
  }

  #passOn(): void {
    const next = this.#outside.shift();
    if (!next) {
      this.#inside--;
      return;
    }
    clearTimeout(next.timer);
    next.letIn();
  }
}
