import { randomUUID } from "node:crypto";
import { Agent, type ClientRequest, type IncomingMessage, request } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import type { UploadView } from "#app/contracts/views.ts";
import {
  choose,
  finish,
  nextMoment,
  nextOnes,
  type PhotoItem,
  put,
} from "#app/hooks/photos/photo-state.ts";
import { type Answer, readAnswer } from "#app/hooks/read-answer.ts";
import { afterFailure } from "#app/hooks/retry-state.ts";

const AT_ONCE = 2;
const LOOK_AGAIN_MS = 100;
const BOUNDARY = "batas-foto";

export type Owner = { cookie: string; code: string; userId: string };

/** What the phones heard. */
export type Tally = {
  uploads: number;
  arrived: number;
  refusedBusy: number;
  retryAfterMissing: number;
  /** Answers that are neither: refusals for good, and lines that broke. */
  refusedForGood: number;
  unreached: number;
  slowestAnswerMs: number;
};

export const emptyTally = (): Tally => ({
  ...{ uploads: 0, arrived: 0, refusedBusy: 0, retryAfterMissing: 0 },
  ...{ refusedForGood: 0, unreached: 0, slowestAnswerMs: 0 },
});

const isUpload = (value: unknown): value is UploadView =>
  typeof value === "object" && value !== null && "id" in value;

function formOf(item: PhotoItem, code: string, bytes: Uint8Array): Buffer {
  const field = (name: string, value: string) =>
    `--${BOUNDARY}\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`;
  const file = `--${BOUNDARY}\r\ncontent-disposition: form-data; name="photo"; filename="${item.name}"\r\n\r\n`;
  const fields = field("clientId", item.key) + field("purpose", item.purpose) + field("code", code);
  return Buffer.concat([Buffer.from(fields + file), bytes, Buffer.from(`\r\n--${BOUNDARY}--\r\n`)]);
}

async function hear(asked: ClientRequest, tally: Tally): Promise<Answer<UploadView>> {
  const response = await new Promise<IncomingMessage>((resolve, reject) =>
    asked.once("response", resolve).once("error", reject),
  );
  const chunks: Buffer[] = [];
  for await (const chunk of response) chunks.push(chunk);
  const status = response.statusCode ?? 0;
  const retryAfter = response.headers["retry-after"] ?? null;
  if (status === 503) {
    tally.refusedBusy += 1;
    if (!retryAfter) tally.retryAfterMissing += 1;
  }
  return readAnswer(status, Buffer.concat(chunks).toString(), isUpload, retryAfter);
}

/** One person's device: the page's own queue, with a sender of its own. */
export function openPhone(origin: string, owner: Owner, photos: Uint8Array[]) {
  const agent = new Agent({ keepAlive: true, maxSockets: AT_ONCE });
  const tally = { ...emptyTally(), uploads: photos.length };
  const about = { code: owner.code };
  let items = photos.map((_, order) =>
    choose(
      { key: randomUUID(), name: `foto-${order}.jpg`, purpose: "ready", file: null, order },
      owner.userId,
      { name: `message/${owner.code}`, about },
    ),
  );
  items = items.map((item) => ({ ...item, state: "waiting" }));

  function post(item: PhotoItem): Promise<Answer<UploadView>> {
    const body = formOf(item, owner.code, photos[item.order] as Uint8Array);
    const headers = {
      ...{ origin, cookie: owner.cookie, accept: "application/json" },
      "content-type": `multipart/form-data; boundary=${BOUNDARY}`,
      "content-length": body.length,
    };
    const asked = request(`${origin}/uploads`, { agent, method: "POST", headers });
    asked.end(body);
    // A browser asks again by itself where a kept connection turns out to have been left.
    return hear(asked, tally).catch(() =>
      asked.reusedSocket ? post(item) : { type: "unreached" as const },
    );
  }

  async function upload(item: PhotoItem) {
    items = put(items, { ...item, state: "uploading" });
    const begun = performance.now();
    const answer = await post(item);
    tally.slowestAnswerMs = Math.max(tally.slowestAnswerMs, performance.now() - begun);
    if (answer.type === "given") {
      tally.arrived += 1;
      items = put(items, finish(item, answer.value));
      return;
    }
    const moment = { now: Date.now(), random: Math.random() };
    const after = afterFailure(item.attempts, answer, moment);
    if (after.state === "refused") tally.refusedForGood += 1;
    if (answer.type === "unreached" && !answer.waitMs) tally.unreached += 1;
    items = put(items, { ...item, ...after });
  }

  const isOver = () => items.every(({ state }) => state === "done" || state === "refused");
  return {
    tally,
    async sendAll(patienceMs: number) {
      for (const end = Date.now() + patienceMs; Date.now() < end && !isOver(); ) {
        const now = Date.now();
        for (const item of nextOnes(items, now, AT_ONCE)) void upload(item);
        const pause = (nextMoment(items, now) ?? now) - now;
        await sleep(Math.max(LOOK_AGAIN_MS, Math.min(pause, LOOK_AGAIN_MS * 2)));
      }
      agent.destroy();
      return tally;
    },
  };
}
