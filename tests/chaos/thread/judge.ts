import type { Audience } from "#app/contracts/parties.ts";
import type { Pool } from "#db/client.ts";
import type { Sent, Shown } from "./ledger.ts";

export type Row = {
  id: string;
  code: string;
  audience: Audience;
  seq: number;
  author: string | null;
  client_id: string | null;
  body: string;
};

export type Findings = {
  /** Acknowledged and not in the table. */
  lost: number;
  /** More than once in the table or before somebody's eyes. */
  doubled: number;
  /** Not in the order in which its author wrote, or not drawn in the table's order. */
  reordered: number;
  /** In the table with other words or another number than the writer was told. */
  wrong: number;
  /** Numbers that a thread leaves out. */
  holes: number;
  /** In the table and not before the eyes of somebody who may read it, or the other way round. */
  unseen: number;
};

export async function readRows(pool: Pool): Promise<Row[]> {
  const { rows } = await pool.query<Row>(
    `select e.id, r.code, e.audience, e.seq, e.author_user_id as author, e.client_id, e.body
     from entries e join reports r on r.id = e.report_id order by r.code, e.audience, e.seq`,
  );
  return rows;
}

const nameOf = (code: string, author: string | null, clientId: string | null) =>
  `${code} ${author} ${clientId}`;

function judgeMessages(sent: Sent[], rows: Row[]) {
  const written = Map.groupBy(
    rows.filter((row) => row.client_id !== null),
    (row) => nameOf(row.code, row.author, row.client_id),
  );
  const found = { lost: 0, doubled: 0, wrong: 0 };
  for (const message of sent) {
    const copies = written.get(nameOf(message.code, message.author, message.clientId)) ?? [];
    const [row] = copies;
    if (!row && message.acks.length > 0) found.lost += 1;
    found.doubled += Math.max(0, copies.length - 1);
    const isAsTold = message.acks.every((ack) => ack.entryId === row?.id && ack.seq === row.seq);
    if (row && !(isAsTold && row.body === message.body)) found.wrong += 1;
  }
  return found;
}

/** How many of these stand after one that should come after them. */
function countBackwards(places: number[]): number {
  let highest = Number.NEGATIVE_INFINITY;
  let backwards = 0;
  for (const place of places) {
    if (place < highest) backwards += 1;
    highest = Math.max(highest, place);
  }
  return backwards;
}

function judgeOrder(sent: Sent[], rows: Row[]) {
  const seqs = new Map(
    rows.map((row) => [nameOf(row.code, row.author, row.client_id), row.seq] as const),
  );
  let reordered = 0;
  for (const own of Map.groupBy(sent, (one) => `${one.code} ${one.author}`).values()) {
    const places = own.map((one) => seqs.get(nameOf(one.code, one.author, one.clientId)));
    reordered += countBackwards(places.filter((seq) => seq !== undefined));
  }
  return reordered;
}

function countHoles(rows: Row[]) {
  let holes = 0;
  for (const stream of Map.groupBy(rows, (row) => `${row.code} ${row.audience}`).values()) {
    const seqs = new Set(stream.map((row) => row.seq));
    holes += Math.max(...seqs) - seqs.size;
  }
  return holes;
}

function judgeScreen({ side, lines }: Shown, rows: Row[]) {
  const due = rows.filter((row) => row.audience === "everyone" || row.audience === side);
  const shown = new Map(lines.map((line) => [line.id, line]));
  const missing = due.filter((row) => shown.get(row.id)?.body !== row.body).length;
  const known = new Set(due.map((row) => row.id));
  const extra = [...shown.keys()].filter((id) => !known.has(id)).length;
  let reordered = 0;
  for (const stream of Map.groupBy(lines, (line) => line.audience).values())
    reordered += countBackwards(stream.map((line) => line.seq));
  return { unseen: missing + extra, doubled: lines.length - shown.size, reordered };
}

export function judge(sent: Sent[], screens: Shown[], rows: Row[]): Findings {
  const byCode = Map.groupBy(rows, (row) => row.code);
  const found: Findings = {
    ...judgeMessages(sent, rows),
    reordered: judgeOrder(sent, rows),
    holes: countHoles(rows),
    unseen: 0,
  };
  for (const screen of screens) {
    const seen = judgeScreen(screen, byCode.get(screen.code) ?? []);
    found.unseen += seen.unseen;
    found.doubled += seen.doubled;
    found.reordered += seen.reordered;
  }
  return found;
}

export const isFlawless = (found: Findings) => Object.values(found).every((count) => count === 0);
