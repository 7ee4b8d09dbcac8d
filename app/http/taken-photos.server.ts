import type { Readable } from "node:stream";
import { PHOTO_PURPOSES, type PhotoPurpose } from "#app/contracts/photos.ts";
import { MAX_PHOTOS_AN_ENTRY } from "#app/contracts/reports.ts";
import { invalid, isDomainError } from "#app/domain/errors.server.ts";
import type { IncomingPicture } from "#storage/pictures/receive-picture.ts";
import type { FormValues } from "./form-values.server.ts";

/** What came as text before the photo, and what the photo is of. */
export type PhotoFields = FormValues & { purpose: PhotoPurpose };

/** Takes in the photos of a form, one after the other. */
export type PhotoKeeper = {
  receive(data: AsyncIterable<Uint8Array>): Promise<IncomingPicture>;
  keep(picture: IncomingPicture, fields: PhotoFields): Promise<{ id: string }>;
};

/** Why a photo was not kept. */
export type Failure = { cause: unknown };

/** A file of a form: its field, and how it is called. */
type Part = { name: string; called: string; file: Readable };

const PURPOSES: Record<string, PhotoPurpose> = { photo_handover: "handover", photo_ready: "ready" };

const purposeIn = ({ purpose }: FormValues) =>
  PHOTO_PURPOSES.find((known) => known === purpose) ?? "other";

/** Keeps photo after photo; what is refused is told once the whole form was heard. */
export class TakenPhotos {
  #keeper: PhotoKeeper | undefined;
  #kept: string[] = [];
  #refusal: Failure | undefined;
  #fault: Failure | undefined;
  #files = new Set<Readable>();
  #last = Promise.resolve();

  constructor(keeper: PhotoKeeper | undefined) {
    this.#keeper = keeper;
  }

  /** In line behind the photo before it: what is not read yet stays with its sender. */
  take(part: Part, fields: FormValues): void {
    const { file } = part;
    this.#files.add(file);
    // Heard where it is read; nobody may be reading yet.
    file.on("error", () => {});
    this.#last = this.#last.then(async () => {
      await this.#takeOne(part, fields);
      this.#files.delete(file);
    });
  }

  /** @returns the ids of those kept, and what went wrong with another: a fault of ours before the first refusal. */
  async taken() {
    await this.#last;
    return { kept: this.#kept, failure: this.#fault ?? this.#refusal };
  }

  /** Nothing more will come: whoever reads a photo hears of it. */
  async breakOff(cause: unknown): Promise<void> {
    const error = cause instanceof Error ? cause : new Error("cut off", { cause });
    for (const file of this.#files) file.destroy(error);
    await this.#last;
  }

  async #takeOne(part: Part, fields: FormValues): Promise<void> {
    try {
      // Without a name it is what a browser sends where nothing was chosen.
      if (!this.#keeper || part.called === "") await forget(part.file);
      else await this.#keep(this.#keeper, part, fields);
    } catch (error) {
      if (isDomainError(error)) this.#refusal ??= { cause: error };
      else this.#fault ??= { cause: error };
    }
  }

  async #keep(keeper: PhotoKeeper, { name, file }: Part, fields: FormValues): Promise<void> {
    if (this.#kept.length >= MAX_PHOTOS_AN_ENTRY) {
      await forget(file);
      throw invalid("evidence.too_many", { fields: { [name]: "evidence.too_many" } });
    }
    const picture = await keeper.receive(file);
    try {
      const purpose = PURPOSES[name] ?? purposeIn(fields);
      this.#kept.push((await keeper.keep(picture, { ...fields, purpose })).id);
    } finally {
      await picture.discard();
    }
  }
}

/** Reads what nobody wants, so that what follows it is heard. */
async function forget(file: Readable): Promise<void> {
  for await (const _ of file);
}
