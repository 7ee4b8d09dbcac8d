import type { Audience, Side } from "#app/contracts/parties.ts";

export type Ack = { entryId: string; seq: number; at: number };

/** One message as its writer knows it. */
export type Sent = {
  code: string;
  author: string;
  clientId: string;
  body: string;
  acks: Ack[];
};

export type Line = { id: string; audience: Audience; seq: number; body: string };

/** What a person has before them at the end. */
export type Shown = { person: string; side: Side; code: string; lines: Line[] };

const keyOf = (code: string, author: string) => `${code} ${author}`;

/** What the clients did and were told, kept apart from the database that is judged by it. */
export function openLedger() {
  const sent: Sent[] = [];
  const tops = new Map<string, number>();
  const healedMs: number[] = [];
  const drawnMs: number[] = [];
  const acked = new Map<string, { code: string; at: number }>();
  let conflicts = 0;
  let conflictsMissed = 0;
  return {
    sent,
    /** From a connection's return until its screen was whole again. */
    healedMs,
    /** From the answer to the writer until another's screen had it. */
    drawnMs,
    send(message: Omit<Sent, "acks">): Sent {
      const written: Sent = { ...message, acks: [] };
      sent.push(written);
      return written;
    },
    ack(message: Sent, ack: Ack) {
      message.acks.push(ack);
      acked.set(ack.entryId, { code: message.code, at: ack.at });
      tops.set(message.code, Math.max(tops.get(message.code) ?? 0, ack.seq));
    },
    ackedAt: (entryId: string) => acked.get(entryId)?.at,
    /** The same id with other words: the answer must be 409. */
    conflict(wasRefused: boolean) {
      conflicts += 1;
      if (!wasRefused) conflictsMissed += 1;
    },
    conflicts: () => ({ conflicts, conflictsMissed }),
    /** The highest seq of a thread that any writer was told of. */
    topOf: (code: string) => tops.get(code) ?? 0,
    countAcked: () => sent.reduce((sum, one) => sum + (one.acks.length > 0 ? 1 : 0), 0),
    /** By author and thread, in the order of writing. */
    byAuthor: () => Map.groupBy(sent, (one) => keyOf(one.code, one.author)),
  };
}

export type Ledger = ReturnType<typeof openLedger>;
