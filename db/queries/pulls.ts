import { sql, type Transaction } from "kysely";
import type { Database } from "../tables/index.ts";

type Tx = Transaction<Database>;

export type DuePull = { id: string; parcel_id: string; resi: string; track_at: Date | number };

/**
 * Open reports whose parcel the platform should be asked about, the longest due first. They are put off
 * until `lease`, so that a process that dies with them does not keep them.
 */
export const takeDuePulls = (tx: Tx, now: Date, lease: Date, limit: number): Promise<DuePull[]> =>
  tx
    .updateTable("reports")
    .set({ track_at: lease })
    .where("id", "in", (eb) =>
      eb
        .selectFrom("reports as due")
        .select("due.id")
        .where("due.status", "=", "open")
        .where("due.track_at", "<=", now)
        .orderBy("due.track_at")
        .limit(limit)
        .forUpdate()
        .skipLocked(),
    )
    .returning(["id", "parcel_id", "resi", "track_at"])
    .execute();

/** Unless somebody wished it sooner while it was being asked. */
export const putOffPull = (tx: Tx, due: DuePull, until: Date) =>
  tx
    .updateTable("reports")
    .set({ track_at: until })
    .where("id", "=", due.id)
    .where("track_at", ">=", due.track_at)
    .execute();

export const markChecked = (tx: Tx, parcelId: string, at: Date) =>
  tx.updateTable("parcels").set({ checked_at: at }).where("id", "=", parcelId).execute();

/** A callback says little: what it is about is asked for soon. */
export const hastenPulls = (tx: Tx, parcelIds: string[], at: Date) =>
  tx
    .updateTable("reports")
    .set({ track_at: sql<Date>`least(track_at, ${at}::timestamptz)` })
    .where("parcel_id", "in", parcelIds)
    .where("status", "=", "open")
    .execute();
