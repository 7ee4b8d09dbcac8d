import { type Insertable, sql, type Transaction } from "kysely";
import type { Database } from "../tables/index.ts";

type Tx = Transaction<Database>;

export const insertHeldObjects = (tx: Tx, values: Insertable<Database["held_objects"]>[]) =>
  tx
    .insertInto("held_objects")
    .values(values)
    .onConflict((conflict) => conflict.column("key").doNothing())
    .execute();

export const findHeldObject = (tx: Tx, key: string) =>
  tx.selectFrom("held_objects").select("bytes").where("key", "=", key).executeTakeFirst();

/** Bytes that wait, all together; read from their pointers and not from themselves. */
export async function sumHeldBytes(tx: Tx): Promise<number> {
  const row = await tx
    .selectFrom("held_objects")
    .select(sql<string>`coalesce(sum(octet_length(bytes)), 0)`.as("sum"))
    .executeTakeFirstOrThrow();
  return Number(row.sum);
}

/** An upload of which something waits, oldest first, that nobody else places just now. */
export const lockWaitingUpload = (tx: Tx) =>
  tx
    .selectFrom("uploads")
    .select("id")
    .where("state", "=", "waiting")
    .orderBy("received_at")
    .limit(1)
    // Not the key: a report that shows it may be written meanwhile.
    .forNoKeyUpdate()
    .skipLocked()
    .executeTakeFirst();

export const listHeldObjects = (tx: Tx, uploadId: string) =>
  tx
    .selectFrom("held_objects")
    .select(["key", "bytes"])
    .where("upload_id", "=", uploadId)
    .execute();

export const deleteHeldObjects = (tx: Tx, uploadId: string) =>
  tx.deleteFrom("held_objects").where("upload_id", "=", uploadId).execute();
