import type { Pool } from "#db/client.ts";
import type { Kind, Ledger, Moment } from "./ledger.ts";

/** However it came to be: in time is within a minute in which somebody could have written it. */
const IN_TIME_MS = 60_000;

type Written = { parcel_id: string; kind: Kind; due_at: Date; at: Date; recorded_at: Date };
type Promoted = { parcel_id: string; entries: number };
export type Rows = { events: Written[]; promotions: Promoted[] };

export type Findings = {
  moments: number;
  missed: number;
  doubled: number;
  /** Written without a moment in the ledger. */
  extra: number;
  wrongTime: number;
  late: number;
  /** Moments that a pick-up or a move overtook before they were written. */
  overtaken: number;
  slowestMs: number;
  promoted: number;
  promotedWrong: number;
};

export async function readRows(pool: Pool): Promise<Rows> {
  const events = await pool.query<Written>(
    "select parcel_id, kind, due_at, at, recorded_at from sla_events where clock = 'pickup' order by recorded_at",
  );
  const promotions = await pool.query<Promoted>(
    `select r.parcel_id, count(e.id)::int as entries
     from reports r left join entries e on e.report_id = r.id and e.event ->> 'type' = 'promoted'
     group by r.parcel_id, r.id`,
  );
  return { events: events.rows, promotions: promotions.rows };
}

/** Jobs that died with their worker: proof that kills met work in hand. */
export async function countCutJobs(pool: Pool): Promise<number> {
  const { rows } = await pool.query<{ count: number }>(
    "select count(*) from graphile_worker._private_jobs where locked_at is not null",
  );
  return rows[0]?.count ?? 0;
}

const keyOf = (parcelId: string, kind: Kind, due: number) => `${parcelId} ${kind} ${due}`;

function judgeEvents(moments: Moment[], rows: Written[], aliveMs: AliveMs) {
  const written = Map.groupBy(rows, (row) => keyOf(row.parcel_id, row.kind, row.due_at.getTime()));
  const found = { missed: 0, doubled: 0, wrongTime: 0, late: 0, overtaken: 0, slowestMs: 0 };
  for (const moment of moments) {
    const key = keyOf(moment.parcelId, moment.kind, moment.due);
    const copies = written.get(key) ?? [];
    written.delete(key);
    if (copies.length === 0) found[moment.owed ? "missed" : "overtaken"] += 1;
    found.doubled += Math.max(0, copies.length - 1);
    found.wrongTime += copies.filter((row) => row.at.getTime() !== moment.at).length;
    const [first] = copies;
    if (!first) continue;
    const took = aliveMs(Math.max(moment.at, moment.known), first.recorded_at.getTime());
    found.slowestMs = Math.max(found.slowestMs, Math.round(took));
    if (took > IN_TIME_MS) found.late += 1;
  }
  const extra = [...written.values()].reduce((sum, copies) => sum + copies.length, 0);
  return { ...found, extra };
}

/** @returns for how much of that time somebody could have written. */
export type AliveMs = (from: number, to: number) => number;

export function judge(
  ledger: Pick<Ledger, "moments" | "promotions">,
  rows: Rows,
  aliveMs: AliveMs,
): Findings {
  const moments = ledger.moments();
  const entries = new Map(rows.promotions.map((row) => [row.parcel_id, row.entries]));
  const promotions = ledger.promotions();
  const wrong = promotions.filter((one) => entries.get(one.parcelId) !== (one.owed ? 1 : 0));
  return {
    moments: moments.filter((moment) => moment.owed).length,
    ...judgeEvents(moments, rows.events, aliveMs),
    promoted: promotions.filter((one) => one.owed).length,
    promotedWrong: wrong.length,
  };
}

export const isFlawless = (found: Findings) =>
  found.missed + found.doubled + found.extra + found.wrongTime + found.late === 0 &&
  found.promotedWrong === 0;
