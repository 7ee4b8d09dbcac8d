import { sql, type Transaction } from "kysely";
import type { Database } from "../tables/index.ts";

type Tx = Transaction<Database>;

const never = sql<Date>`'infinity'`;

/** Instructions of open reports whose time is over, with their reports locked; those that another process holds are left to it. */
export const lockDueInstructions = (tx: Tx, now: Date, limit: number) =>
  tx
    .selectFrom("instructions as i")
    .innerJoin("reports as r", "r.id", "i.report_id")
    .select(["i.id", "r.id as report_id"])
    .where("r.status", "=", "open")
    // What has ended without its moment would be found by every sweep, and taken by none.
    .where("i.state", "in", ["open", "acknowledged"])
    .where("i.due_next_at", "<", never)
    .where("i.due_next_at", "<=", now)
    .orderBy("i.due_next_at")
    .limit(limit)
    .forUpdate("r")
    .skipLocked()
    .execute();

/** @returns undefined where somebody was faster. The report's row is locked by the caller. */
export const takeDueInstruction = (tx: Tx, id: string, now: Date) =>
  tx
    .updateTable("instructions")
    .set({ due_next_at: never })
    .where("id", "=", id)
    .where("due_next_at", "<=", now)
    .where("state", "in", ["open", "acknowledged"])
    .returningAll()
    .executeTakeFirst();

/** Nothing falls due in a closed report. */
export const quietInstructions = (tx: Tx, reportId: string) =>
  tx
    .updateTable("instructions")
    .set({ due_next_at: never })
    .where("report_id", "=", reportId)
    .where("due_next_at", "<", never)
    .execute();

/** What still waits in a report that opens again falls due as it did. */
export const wakeInstructions = (tx: Tx, reportId: string) =>
  tx
    .updateTable("instructions")
    .set({ due_next_at: sql<Date>`due_at` })
    .where("report_id", "=", reportId)
    .where("state", "in", ["open", "acknowledged"])
    .where("due_at", "is not", null)
    .where("asked_at", "is", null)
    .where("outcome", "is", null)
    .execute();

/** Promises that nobody has decided. */
export const listUnsettledPromises = (tx: Tx, reportId: string) =>
  tx
    .selectFrom("instructions")
    .selectAll()
    .where("report_id", "=", reportId)
    .where("window_end", "is not", null)
    .where("state", "in", ["open", "acknowledged"])
    .where((eb) => eb.or([eb("outcome", "is", null), eb("outcome", "=", "contested")]))
    .orderBy("window_end")
    .forUpdate()
    .execute();

/** Promises that a scan settled; what the sides said before stands in them still. */
export const listSettledByScan = (tx: Tx, reportId: string) =>
  tx
    .selectFrom("instructions")
    .selectAll()
    .where("report_id", "=", reportId)
    .where("outcome_by", "=", "scan")
    .execute();
