import { rm } from "node:fs/promises";
import { openPictureFolder } from "./picture-folder.ts";
import { type IncomingPicture, type PictureData, receivePicture } from "./receive-picture.ts";

/** Where pictures wait in files: a folder of this process, made when the first one comes. */
export class PictureInbox {
  #parent: string | undefined;
  #folder: Promise<string> | undefined;

  constructor(parent?: string) {
    this.#parent = parent;
  }

  /** Makes the folder, and removes what dead processes left. */
  open(): Promise<string> {
    this.#folder ??= openPictureFolder(this.#parent);
    return this.#folder;
  }

  async receive(data: PictureData): Promise<IncomingPicture> {
    return receivePicture(await this.open(), data);
  }

  async close(): Promise<void> {
    const folder = await this.#folder;
    if (folder) await rm(folder, { recursive: true, force: true });
  }
}
