import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import type { Seat } from "../thread/scene.ts";

const PHOTOS = Array.from({ length: 8 }, (_, turn) =>
  readFileSync(`tests/storage/fixtures/portrait-${turn + 1}.jpg`),
);
const RETRY_MS = 150;
const PATIENCE_MS = 15_000;

/** One photo as its device knows it. */
export type Sent = { clientIds: string[]; userId: string; id: string; tries: number };

type Options = { seats: Seat[]; port: number; origin: string; isForgetful: boolean };

/**
 * A phone that sends photo after photo, each under one id until it is told that it is kept. Its owners take turns, so
 * that nobody meets the limit of one person.
 */
export function openSender({ seats, port, origin, isForgetful }: Options) {
  const sent: Sent[] = [];
  let isOver = false;

  const seatAt = (turn: number) => seats[turn % seats.length] as Seat;

  async function post(clientId: string, turn: number): Promise<string | undefined> {
    const form = new FormData();
    form.append("clientId", clientId);
    form.append("purpose", "ready");
    const bytes = PHOTOS[turn % PHOTOS.length] as Buffer;
    form.append("photo", new Blob([new Uint8Array(bytes)], { type: "image/jpeg" }), "foto.jpg");
    try {
      const answer = await fetch(`http://127.0.0.1:${port}/uploads`, {
        method: "POST",
        headers: { cookie: seatAt(turn).cookie, origin, accept: "application/json" },
        body: form,
        signal: AbortSignal.timeout(PATIENCE_MS),
      });
      const body = (await answer.json()) as { id?: string; code?: string };
      if (answer.status === 201) return body.id;
      if (answer.status < 500) throw new Refusal(`${answer.status} ${body.code}`);
    } catch (error) {
      if (error instanceof Refusal) throw error;
    }
    return undefined;
  }

  async function sendOne(turn: number): Promise<void> {
    const { userId } = seatAt(turn).actor;
    const photo: Sent = { clientIds: [randomUUID()], userId, id: "", tries: 0 };
    for (;;) {
      const clientId = photo.clientIds.at(-1) as string;
      photo.tries += 1;
      const id = await post(clientId, turn);
      if (id) {
        sent.push({ ...photo, id });
        return;
      }
      await sleep(RETRY_MS);
      if (isForgetful) photo.clientIds.push(randomUUID());
    }
  }

  return {
    sent,
    async run() {
      for (let turn = 0; !isOver; turn += 1) await sendOne(turn);
    },
    stop() {
      isOver = true;
    },
  };
}

class Refusal extends Error {}
