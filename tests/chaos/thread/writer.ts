import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import type { EntryView } from "#app/contracts/views.ts";
import type { Random } from "#server/cli/seed/random.ts";
import type { Answer, Caller } from "./caller.ts";
import type { Ledger, Sent } from "./ledger.ts";
import type { Seat } from "./scene.ts";

const RETRY_MS = 100;
const RETRY_MS_MAX = 2_000;

export type Post = { to: number; answer: Answer | undefined; ms: number };

type Options = {
  seat: Seat;
  caller: Caller;
  /** Ports to write to, the liked one first. */
  ports: number[];
  ledger: Ledger;
  random: Random;
  /** The page takes the answer to its own send. */
  onEntry: (entry: EntryView) => void;
  onPost?: (post: Post) => void;
};

/** A person's outbox: one message at a time, each under its own id until somebody answers for it. */
export function openWriter({ seat, caller, ports, ledger, random, onEntry, onPost }: Options) {
  const path = `/pickup-problem/${seat.code}/messages`;
  let at = 0;
  let closed = false;

  async function post(message: Pick<Sent, "clientId" | "body">, away: number) {
    const port = ports[(at + away) % ports.length] ?? 0;
    const begin = performance.now();
    const form = { clientId: message.clientId, body: message.body };
    const answer = await caller.call({ port, path, form });
    onPost?.({ to: port, answer, ms: performance.now() - begin });
    return answer;
  }

  function keep(message: Sent, answer: Answer | undefined): boolean {
    if (answer?.status !== 201) return false;
    const entry = answer.body as EntryView;
    ledger.ack(message, { entryId: entry.id, seq: entry.seq, at: Date.now() });
    onEntry(entry);
    return true;
  }

  /** Until somebody answered; only a node that is away is worth another try. */
  async function insist(message: Pick<Sent, "clientId" | "body">): Promise<Answer | undefined> {
    for (let away = 0; !closed; away += 1) {
      const answer = await post(message, away);
      if (answer && answer.status < 500) {
        at += away;
        return answer;
      }
      await sleep(Math.min(RETRY_MS_MAX, RETRY_MS * 2 ** away));
    }
    return undefined;
  }

  async function deliver(message: Sent) {
    const answer = await insist(message);
    if (!closed && !keep(message, answer))
      throw new Error(`A message was refused: ${answer?.status} ${JSON.stringify(answer?.body)}`);
  }

  /** A second tab, a nervous thumb or a lost answer: the same again, to the other node too. */
  async function repeat(message: Sent, times: number) {
    const again = Array.from({ length: times }, (_, n) => post(message, n));
    for (const answer of await Promise.all(again)) keep(message, answer);
  }

  async function contradict(message: Sent) {
    const answer = await insist({ ...message, body: `${message.body} (lain)` });
    if (!closed) ledger.conflict(answer?.status === 409);
  }

  return {
    seat,
    async write(body: string) {
      const message = ledger.send({
        code: seat.code,
        author: seat.actor.userId,
        clientId: randomUUID(),
        body,
      });
      const isTwice = random.chance(0.05);
      await Promise.all([deliver(message), isTwice && repeat(message, random.int(1, 2))]);
      if (random.chance(0.03)) await repeat(message, random.int(1, 2));
      if (random.chance(0.02)) await contradict(message);
    },
    /** Messages that wait stay unsent. */
    close() {
      closed = true;
    },
  };
}

export type Writer = ReturnType<typeof openWriter>;
