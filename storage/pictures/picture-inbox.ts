import { rm, stat } from "node:fs/promises";
import { openPictureFolder } from "./picture-folder.ts";
import { refusePicture } from "./picture-refusal.ts";
import { type IncomingPicture, type PictureData, receivePicture } from "./receive-picture.ts";

const isThere = (folder: string) =>
  stat(folder).then(
    () => true,
    () => false,
  );

/** A full disk says nothing about the picture. */
const refuseForNow = (cause: unknown): never => {
  throw refusePicture("picture.busy", { cause });
};

/** Where pictures wait in files: a folder of this process, made when the first one comes. */
export class PictureInbox {
  #parent: string | undefined;
  #folder: Promise<string> | undefined;

  constructor(parent?: string) {
    this.#parent = parent;
  }

  /** Makes the folder, and removes what dead processes left. */
  async open(): Promise<string> {
    this.#folder ??= openPictureFolder(this.#parent);
    const opening = this.#folder;
    const folder = await opening.catch((error) => this.#giveUp(opening, error));
    if (await isThere(folder)) return folder;
    // Systems clear their temporary folders of what nobody has used for days.
    this.#forget(opening);
    return this.open();
  }

  async receive(data: PictureData): Promise<IncomingPicture> {
    return receivePicture(await this.open().catch(refuseForNow), data);
  }

  async close(): Promise<void> {
    const folder = await this.#folder?.catch(() => undefined);
    if (folder) await rm(folder, { recursive: true, force: true });
  }

  #forget(opening: Promise<string>): void {
    if (this.#folder === opening) this.#folder = undefined;
  }

  /** What could not be made now may be made for the next picture. */
  #giveUp(opening: Promise<string>, error: unknown): never {
    this.#forget(opening);
    throw error;
  }
}
