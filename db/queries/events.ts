import { sql, type Transaction } from "kysely";
import type { DomainEvent } from "#app/contracts/realtime.ts";
import type { Database } from "../tables/index.ts";

type Tx = Transaction<Database>;

export type LoggedEvent = { id: number; xid: bigint; event: DomainEvent };

/** Postgres gives the notice after the commit, and none after a rollback. */
export async function tellEvents(tx: Tx, events: readonly DomainEvent[]): Promise<void> {
  if (events.length === 0) return;
  const told = sql.join(events.map((event) => sql`${JSON.stringify(event)}::jsonb`));
  await sql`select events.tell(one) from unnest(array[${told}]) as one`.execute(tx);
}

/** Every transaction below it has ended: nothing of theirs is still to come. */
export async function findHorizon(tx: Tx): Promise<bigint> {
  const { rows } = await sql<{
    horizon: string;
  }>`select pg_snapshot_xmin(pg_current_snapshot())::text as horizon`.execute(tx);
  return BigInt(rows[0]?.horizon ?? 0);
}

const read = (row: { id: number; xid: string; event: DomainEvent | null }): LoggedEvent => ({
  id: row.id,
  xid: BigInt(row.xid),
  event: row.event as DomainEvent,
});

/** What a notice says; undefined: that there is something to look for. */
export function readNotice(payload: string): LoggedEvent | undefined {
  try {
    return read(JSON.parse(payload));
  } catch {
    return undefined;
  }
}

/** Written by transactions that had not ended at that horizon, in the order of their ids. */
export async function listEventsFrom(tx: Tx, horizon: bigint): Promise<LoggedEvent[]> {
  const rows = await tx
    .selectFrom("events.log")
    .select(["id", "xid", "event"])
    .where("xid", ">=", sql<string>`${horizon.toString()}::xid8`)
    .orderBy("id")
    .execute();
  return rows.map(read);
}

/** Of what every reader has long read. */
export const dropEvents = (tx: Tx, minutes: number) =>
  tx
    .deleteFrom("events.log")
    .where("at", "<", sql<Date>`clock_timestamp() - make_interval(mins => ${minutes})`)
    .execute();
