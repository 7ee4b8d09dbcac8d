import { createHash } from "node:crypto";
import type { Scan, SourceTime } from "../scan.server.ts";
import { timeKey } from "../source-time.server.ts";
import { findMeaning } from "../tables/find-meaning.server.ts";

export type HistoryRow = { resi: string; code: string; text: string; time: SourceTime };

type History = {
  rows: HistoryRow[];
  /** How the source lists its rows where their times do not show it. */
  listed: "oldest first" | "newest first";
  courier: string | null;
  vocabulary: string;
  orderedAt?: SourceTime;
};

/** Counts the neighbours in either order: one wrong clock does not turn a list around. */
function isNewestFirst(rows: HistoryRow[], listed: History["listed"]): boolean {
  const keys = rows.flatMap((row) => timeKey(row.time) ?? []);
  const steps = keys.slice(1).map((key, index) => Math.sign(key - (keys[index] ?? key)));
  const balance = steps.reduce((sum, step) => sum + step, 0);
  return balance === 0 ? listed === "newest first" : balance < 0;
}

/** By time; rows of one minute stay in their true order, rows without a time come last. */
function sortOldestFirst(rows: HistoryRow[], listed: History["listed"]): HistoryRow[] {
  const inOrder = isNewestFirst(rows, listed) ? rows.toReversed() : rows;
  const keyed = inOrder.map((row) => ({ row, key: timeKey(row.time) ?? Number.MAX_SAFE_INTEGER }));
  return keyed.sort((a, b) => a.key - b.key).map(({ row }) => row);
}

function hashRow({ code, text, time }: HistoryRow, vocabulary: string): string {
  const words = [vocabulary, time, code.trim(), text.replace(/\s+/g, " ").trim()];
  return createHash("sha256").update(JSON.stringify(words)).digest("hex").slice(0, 32);
}

/** Rows that say the same are told apart by their number, so that a second pull tells nothing anew. */
export function buildScans(history: History): Scan[] {
  const { courier, vocabulary, orderedAt = null } = history;
  const seen = new Map<string, number>();
  return sortOldestFirst(history.rows, history.listed).map((row) => {
    const event = `${row.resi}:${hashRow(row, vocabulary)}`;
    const count = (seen.get(event) ?? 0) + 1;
    seen.set(event, count);
    return {
      identity: `${event}:${count}`,
      resi: row.resi,
      courier,
      vocabulary,
      rawCode: row.code,
      rawText: row.text,
      time: row.time,
      orderedAt,
      meaning: findMeaning(vocabulary, { code: row.code, text: row.text, at: row.time, courier }),
    };
  });
}
