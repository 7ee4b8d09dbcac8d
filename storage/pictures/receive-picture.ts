import { createHash, randomUUID } from "node:crypto";
import { type FileHandle, open, rm } from "node:fs/promises";
import { join } from "node:path";
import { pictureLimits } from "./inspect-picture.ts";
import { refusePicture } from "./picture-refusal.ts";
import { sniffedBytes, sniffPicture } from "./sniff-picture.ts";

/** A picture as it was sent, in a file of its own. Nobody has looked into it but at its first bytes. */
export type IncomingPicture = {
  file: string;
  size: number;
  sha256: string;
  /** Told to the room of pictures where that is another process. */
  sender?: string;
  discard(): Promise<void>;
};

export type PictureData = AsyncIterable<Uint8Array> | Iterable<Uint8Array>;

/** A disk that is full or away is no fault of the picture: it may be sent again. */
async function onDisk<T>(work: Promise<T> | undefined): Promise<T> {
  try {
    return (await work) as T;
  } catch (cause) {
    throw refusePicture("picture.busy", { cause });
  }
}

/** Written in one go: each write wakes a thread, which on a busy machine costs more than the bytes. */
const writtenBytes = 512 * 1024;

/** Writes from the moment on when the first bytes are those of a picture. */
class Receipt {
  size = 0;
  #file: string;
  #hash = createHash("sha256");
  #head: Buffer | undefined = Buffer.alloc(0);
  #handle: FileHandle | undefined;
  #unwritten: Uint8Array[] = [];
  #unwrittenBytes = 0;

  constructor(file: string) {
    this.#file = file;
  }

  async take(chunk: Uint8Array): Promise<void> {
    this.size += chunk.byteLength;
    if (this.size > pictureLimits.bytes) throw refusePicture("picture.too_large");
    this.#hash.update(chunk);
    if (!this.#head) return this.#write(chunk);
    this.#head = Buffer.concat([this.#head, chunk]);
    if (this.#head.length >= sniffedBytes) await this.#begin(this.#head);
  }

  /** @returns the SHA-256 of all that came. */
  async finish(): Promise<string> {
    if (this.#head) await this.#begin(this.#head);
    await this.#flush();
    await this.close();
    return this.#hash.digest("hex");
  }

  async close(): Promise<void> {
    const handle = this.#handle;
    this.#handle = undefined;
    await onDisk(handle?.close());
  }

  async #begin(head: Buffer): Promise<void> {
    sniffPicture(head);
    this.#head = undefined;
    this.#handle = await onDisk(open(this.#file, "wx", 0o600));
    await this.#write(head);
  }

  async #write(chunk: Uint8Array): Promise<void> {
    this.#unwritten.push(chunk);
    this.#unwrittenBytes += chunk.byteLength;
    if (this.#unwrittenBytes >= writtenBytes) await this.#flush();
  }

  async #flush(): Promise<void> {
    const chunks = this.#unwritten;
    this.#unwritten = [];
    this.#unwrittenBytes = 0;
    await onDisk(this.#handle?.appendFile(Buffer.concat(chunks)));
  }
}

/**
 * Streams into a file of `folder`. What is refused is read to its end and forgotten, so that what follows it
 * in a form is heard and the sender gets an answer.
 */
export async function receivePicture(folder: string, data: PictureData): Promise<IncomingPicture> {
  const file = join(folder, randomUUID());
  const discard = () => rm(file, { force: true });
  const receipt = new Receipt(file);
  let failure: { cause: unknown } | undefined;
  try {
    for await (const chunk of data) {
      if (!failure)
        await receipt.take(chunk).catch((cause) => {
          failure = { cause };
        });
    }
    if (failure) throw failure.cause;
    const sha256 = await receipt.finish();
    return { file, size: receipt.size, sha256, discard };
  } catch (error) {
    await receipt.close().catch(() => {});
    await discard();
    throw error;
  }
}
