import { openAsBlob } from "node:fs";
import type { NormalisedPicture } from "./normalise-picture.ts";
import { PictureInbox } from "./picture-inbox.ts";
import type { PicturePool, PicturePoolStats } from "./picture-pool.ts";
import { isRefusalCode, refusePicture } from "./picture-refusal.ts";
import { readPacked, SENDER } from "./picture-wire.ts";
import type { IncomingPicture } from "./receive-picture.ts";

export type RemotePicturesOptions = {
  /** Where `npm run pictures` listens. */
  url: string;
  secret: string;
  /** A little more than waiting and decoding may take there. */
  normaliseMs?: number;
  labelsMs?: number;
};

/** The room of pictures in another process: files are received here, and looked into there. */
export function openRemotePictures(options: RemotePicturesOptions): PicturePool {
  const { url, secret, normaliseMs = 12_000, labelsMs = 2_500 } = options;
  const inbox = new PictureInbox();
  const counts: PicturePoolStats = {
    ...{ pids: [], busy: 0, waiting: 0, accepted: 0, refused: 0, faults: 0, replaced: 0 },
  };

  async function ask(task: string, { file, sender = "" }: IncomingPicture, withinMs: number) {
    const answer = await fetch(new URL(`/${task}`, url), {
      method: "POST",
      headers: { authorization: `Bearer ${secret}`, [SENDER]: sender },
      body: await openAsBlob(file),
      signal: AbortSignal.timeout(withinMs),
    });
    if (answer.ok) return answer;
    const { code } = (await answer.json().catch(() => ({}))) as { code?: unknown };
    throw refusePicture(isRefusalCode(code) ? code : "picture.busy");
  }

  /** Away, slow or not to be understood is busy: the same photo may be sent again. */
  async function orBusy<T>(work: Promise<T>): Promise<T> {
    try {
      return await work;
    } catch (cause) {
      counts.refused++;
      throw isRefusalCode((cause as { code?: unknown }).code)
        ? cause
        : refusePicture("picture.busy", { cause });
    }
  }

  async function normalise(picture: IncomingPicture): Promise<NormalisedPicture> {
    counts.busy++;
    try {
      const packed = ask("normalise", picture, normaliseMs).then((answer) => answer.arrayBuffer());
      const normalised = await orBusy(packed.then((bytes) => readPacked(Buffer.from(bytes))));
      counts.accepted++;
      return { ...normalised, originalSha256: picture.sha256 };
    } finally {
      counts.busy--;
    }
  }

  return {
    receive: async (data, { sender = "" } = {}) => ({ ...(await inbox.receive(data)), sender }),
    normalise,
    async readLabels(picture) {
      const labels = ask("labels", picture, labelsMs).then((answer) => answer.json());
      return labels.catch(() => null);
    },
    async warm() {
      await inbox.open();
    },
    stats: () => ({ ...counts }),
    close: () => inbox.close(),
  };
}
