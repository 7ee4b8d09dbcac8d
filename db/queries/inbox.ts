import { type Kysely, type Selectable, sql, type Transaction } from "kysely";
import type { Database } from "../tables/index.ts";

type Tx = Transaction<Database>;

export type NewDelivery = {
  source: string;
  identity: string;
  kind: "webhook" | "pull";
  /** What a pull asked for. */
  resi: string | null;
  /** JSON as text. */
  body: string;
  receivedAt: Date;
};

const buildInsert = (db: Kysely<Database>, delivery: NewDelivery) =>
  db
    .insertInto("tracking_inbox")
    .values({
      source: delivery.source,
      identity: delivery.identity,
      kind: delivery.kind,
      resi: delivery.resi,
      body: delivery.body,
      received_at: delivery.receivedAt,
    })
    .onConflict((conflict) => conflict.columns(["source", "identity"]).doNothing())
    .returning("id");

/** @returns undefined where the same delivery is already here. */
export const insertDelivery = (db: Kysely<Database>, delivery: NewDelivery) =>
  buildInsert(db, delivery).executeTakeFirst();

const valuesOf = ({ source, identity, kind, resi, body, receivedAt }: NewDelivery) => [
  source,
  identity,
  kind,
  resi,
  body,
  receivedAt,
];

/** The same insert, made once and prepared, for whoever does it all day: its text and what to fill in. */
export function prepareInsert(db: Kysely<Database>) {
  const sample = {
    source: "",
    identity: "",
    kind: "webhook",
    resi: "",
    body: "",
    receivedAt: new Date(),
  } as const;
  const { sql: text, parameters } = buildInsert(db, sample).compile();
  if (parameters.length !== valuesOf(sample).length)
    throw new Error("The insert has other columns");
  return { text, valuesOf };
}

export type DeliveryRow = Selectable<Database["tracking_inbox"]>;

/** Locked; undefined where it is worked already, or being worked by somebody else. */
export const lockDelivery = (tx: Tx, id: string): Promise<DeliveryRow | undefined> =>
  tx
    .selectFrom("tracking_inbox")
    .selectAll()
    .where("id", "=", id)
    .where("worked_at", "is", null)
    .forUpdate()
    .skipLocked()
    .executeTakeFirst();

export const markDelivery = (
  tx: Tx,
  id: string,
  outcome: Pick<DeliveryRow, "worked_at" | "problem" | "row_count" | "unknown_count">,
) =>
  tx
    .updateTable("tracking_inbox")
    .set({ ...outcome, attempts: sql<number>`attempts + 1` })
    .where("id", "=", id)
    .execute();

/** Tried again later, the later the more often it failed, up to an hour. */
export const putOffDelivery = (tx: Tx, id: string, now: Date) =>
  tx
    .updateTable("tracking_inbox")
    .set({
      problem: "failed",
      attempts: sql<number>`attempts + 1`,
      next_try_at: sql<Date>`${now}::timestamptz + least((attempts + 1) * (attempts + 1), 60) * interval '1 minute'`,
    })
    .where("id", "=", id)
    .where("worked_at", "is", null)
    .execute();

/** Those whose time has come, in the order of their coming; what another process works on is left to it. */
export async function findWaitingDeliveries(tx: Tx, now: Date, limit: number): Promise<string[]> {
  const rows = await tx
    .selectFrom("tracking_inbox")
    .select("id")
    .where("worked_at", "is", null)
    .where("next_try_at", "<=", now)
    .orderBy("next_try_at")
    .orderBy("received_at")
    .limit(limit)
    .forUpdate()
    .skipLocked()
    .execute();
  return rows.map((row) => row.id);
}

/** To be worked once more. */
export const reopenDelivery = (tx: Tx, id: string) =>
  tx
    .updateTable("tracking_inbox")
    .set({ worked_at: null, problem: null, attempts: 0, next_try_at: Number.NEGATIVE_INFINITY })
    .where("source", "<>", "support")
    .where("id", "=", id)
    .returning("id")
    .executeTakeFirst();
