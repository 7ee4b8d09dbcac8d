import { refusePicture } from "./picture-refusal.ts";

export type DoorOptions = {
  /** How many may be inside, coming in or waiting for a child or with it. */
  places: number;
  /** How long one may stand outside before it is refused as `picture.busy`. */
  outsideMs: number;
};

type Guest = { sender: string; letIn(): void; timer: NodeJS.Timeout };

/**
 * Pictures that cannot be decoded soon wait with their sender instead of here: of whoever stands outside not a
 * byte is read. Whoever has the fewest inside is let in first, so that one who sends a hundred stands in their own way.
 */
export class PictureDoor {
  #options: DoorOptions;
  /** How many of each sender are inside. */
  #inside = new Map<string, number>();
  #outside: Guest[] = [];

  constructor(options: DoorOptions) {
    this.#options = options;
  }

  /** @returns what gives the place back; it counts once. */
  async enter(sender: string): Promise<() => void> {
    if (this.#full) await this.#standOutside(sender);
    else this.#admit(sender);
    let isInside = true;
    return () => {
      if (isInside) this.#leave(sender);
      isInside = false;
    };
  }

  get #full(): boolean {
    let inside = 0;
    for (const count of this.#inside.values()) inside += count;
    return inside >= this.#options.places;
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
    this.#inside.set(sender, this.#countOf(sender) + 1);
  }

  #countOf(sender: string): number {
    return this.#inside.get(sender) ?? 0;
  }

  #leave(sender: string): void {
    const left = this.#countOf(sender) - 1;
    if (left > 0) this.#inside.set(sender, left);
    else this.#inside.delete(sender);
    const next = this.#findNext();
    if (!next) return;
    this.#outside.splice(this.#outside.indexOf(next), 1);
    clearTimeout(next.timer);
    this.#admit(next.sender);
    next.letIn();
  }

  /** Among those who have equally few inside, whoever has stood outside the longest. */
  #findNext(): Guest | undefined {
    let next: Guest | undefined;
    for (const guest of this.#outside)
      if (!next || this.#countOf(guest.sender) < this.#countOf(next.sender)) next = guest;
    return next;
  }
}
