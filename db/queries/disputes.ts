import { type Insertable, sql, type Transaction, type Updateable } from "kysely";
import { jsonArrayFrom } from "kysely/helpers/postgres";
import { FAILURE_CODES } from "#app/contracts/disputes.ts";
import type { Actor } from "#app/contracts/parties.ts";
import type { Database } from "../tables/index.ts";
import { ownedBy } from "./scope.ts";
import { PHOTO_COLUMNS } from "./threads.ts";

type Tx = Transaction<Database>;

export const insertDispute = (tx: Tx, values: Insertable<Database["disputes"]>) =>
  tx.insertInto("disputes").values(values).execute();

export const listDisputes = (tx: Tx, actor: Actor, reportId: string) =>
  tx
    .selectFrom("disputes")
    .selectAll()
    .where("report_id", "=", reportId)
    .where(ownedBy(actor, "disputes"))
    .orderBy("state_at")
    .execute();

/** What was contested of a parcel, in whichever of its reports. */
export async function listContested(tx: Tx, actor: Actor, parcelId: string): Promise<Set<string>> {
  const rows = await tx
    .selectFrom("disputes as d")
    .innerJoin("reports as r", "r.id", "d.report_id")
    .select("d.subject_id")
    .where("r.parcel_id", "=", parcelId)
    .where(ownedBy(actor, "d"))
    .execute();
  return new Set(rows.map((row) => row.subject_id));
}

export type DisputeRecord = Awaited<ReturnType<typeof listDisputes>>[number];

const selectShownDisputes = (tx: Tx) =>
  tx
    .selectFrom("disputes")
    .selectAll()
    .select((eb) =>
      jsonArrayFrom(
        eb
          .selectFrom("photos as p")
          .select(PHOTO_COLUMNS)
          .whereRef("p.entry_id", "=", "disputes.answer_entry_id")
          .where("p.audience", "=", "everyone")
          .orderBy("p.position"),
      ).as("answer_photos"),
    );

/** A dispute with the photos of its answer, which is an entry of its own. */
export type ShownDispute = Awaited<
  ReturnType<ReturnType<typeof selectShownDisputes>["executeTakeFirstOrThrow"]>
>;

export const listDisputesOfEntries = (tx: Tx, entryIds: string[]) =>
  entryIds.length === 0
    ? Promise.resolve([])
    : selectShownDisputes(tx).where("entry_id", "in", entryIds).execute();

/** The report's row is locked by the caller. */
export const findDispute = (tx: Tx, actor: Actor, reportId: string, id: string) =>
  tx
    .selectFrom("disputes")
    .selectAll()
    .where(ownedBy(actor, "disputes"))
    .where("report_id", "=", reportId)
    .where("id", "=", id)
    .executeTakeFirst();

export const updateDispute = (tx: Tx, id: string, values: Updateable<Database["disputes"]>) =>
  tx.updateTable("disputes").set(values).where("id", "=", id).execute();

/** Those that wait for somebody; the report's row is locked by the caller. */
export const listUndecided = (tx: Tx, reportId: string) =>
  tx
    .selectFrom("disputes")
    .select(["id", "state", "passed_at"])
    .where("report_id", "=", reportId)
    .where("state", "in", ["open", "answered"])
    .execute();

/** In which the courier states a failure, with the time at which everybody could read it. */
export const listFailureInstructions = (tx: Tx, actor: Actor, reportId: string) =>
  tx
    .selectFrom("instructions as i")
    .innerJoin("entries as e", "e.id", "i.entry_id")
    .select(["i.id", "i.code", "i.detail", "e.created_at"])
    .where("i.report_id", "=", reportId)
    .where("i.code", "in", FAILURE_CODES)
    .where(ownedBy(actor, "i"))
    .execute();

/** Reports in which a courier's time to answer is over; those that another process holds are left to it. */
export const lockDueDisputes = (tx: Tx, now: Date, limit: number) =>
  tx
    .selectFrom("disputes as d")
    .innerJoin("reports as r", "r.id", "d.report_id")
    .select(["d.id", "r.id as report_id"])
    .where("d.due_next_at", "<", sql<Date>`'infinity'`)
    .where("d.due_next_at", "<=", now)
    .orderBy("d.due_next_at")
    .limit(limit)
    .forUpdate("r")
    .skipLocked()
    .execute();

/** @returns undefined where somebody was faster. The report's row is locked by the caller. */
export const takeDueDispute = (tx: Tx, id: string, now: Date) =>
  tx
    .updateTable("disputes")
    .set({ due_next_at: sql<Date>`'infinity'` })
    .where("id", "=", id)
    .where("due_next_at", "<=", now)
    .returningAll()
    .executeTakeFirst();
