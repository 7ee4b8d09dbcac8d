import { setTimeout as sleep } from "node:timers/promises";
import type { Sample } from "./corpus.ts";

const PATIENCE_MS = 10_000;
const TRIES = 5;

/** Status 0: nothing came in ten seconds, or the line broke. */
export type Answer = { file: string; folder: string; status: number; code: string; ms: number };

type Poster = { origin: string; cookie: string };

async function postOnce({ origin, cookie }: Poster, file: string, bytes: Uint8Array) {
  const body = new FormData();
  body.append("purpose", "ready");
  // Whatever it is, it says that it is a JPEG.
  body.append("photo", new Blob([bytes as BlobPart], { type: "image/jpeg" }), `${file}.jpg`);
  const signal = AbortSignal.timeout(PATIENCE_MS);
  const headers = { origin, cookie, accept: "application/json" };
  const answer = await fetch(`${origin}/uploads`, { method: "POST", headers, body, signal });
  const { code = "" } = (await answer.json().catch(() => ({}))) as { code?: string };
  return { status: answer.status, code, wait: Number(answer.headers.get("retry-after") ?? 0) };
}

/** As the page does it: where the server is busy it waits as long as it is told, and tries again. */
export async function postPhoto(poster: Poster, sample: Sample): Promise<Answer> {
  const { file, folder } = sample;
  const bytes = await sample.read();
  for (let tried = 1; ; tried += 1) {
    const begun = performance.now();
    const heard = await postOnce(poster, file, bytes).catch(() => ({
      status: 0,
      code: "",
      wait: 0,
    }));
    const ms = Math.round(performance.now() - begun);
    if (heard.status !== 503 || tried === TRIES)
      return { file, folder, status: heard.status, code: heard.code, ms };
    await sleep(heard.wait * 1_000);
  }
}
