import { type Insertable, sql, type Transaction } from "kysely";
import type { Database } from "../tables/index.ts";

type Tx = Transaction<Database>;

/** One change of rules at a time: a preview and its application see the same rules. */
export const holdRules = (tx: Tx) =>
  sql`select pg_advisory_xact_lock(hashtext('pickup rules'))`.execute(tx);

/** A version more than any that there was, withdrawn ones included. @returns undefined where one begins at that moment already. */
export const insertPolicy = (
  tx: Tx,
  values: Omit<Insertable<Database["sla_policies"]>, "version">,
) =>
  tx
    .insertInto("sla_policies")
    .values({
      ...values,
      version: sql<number>`(select coalesce(max(version), 0) + 1 from sla_policies
        where courier_id is not distinct from ${values.courier_id} and service_kind = ${values.service_kind}
          and province is not distinct from ${values.province})`,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning(["id", "version"])
    .executeTakeFirst();

/** @returns undefined where that date has a row for that courier and region already. */
export const insertCalendarDay = (tx: Tx, values: Insertable<Database["calendar_days"]>) =>
  tx
    .insertInto("calendar_days")
    .values(values)
    .onConflict((conflict) => conflict.doNothing())
    .returning("id")
    .executeTakeFirst();

export const insertReplyHours = (tx: Tx, values: Insertable<Database["reply_hours"]>) =>
  tx
    .insertInto("reply_hours")
    .values(values)
    .onConflict((conflict) => conflict.doNothing())
    .returning("id")
    .executeTakeFirst();

export const withdrawPolicy = (tx: Tx, id: string, by: string, at: Date) =>
  tx
    .updateTable("sla_policies")
    .set({ withdrawn_at: at, withdrawn_by_name: by })
    .where("id", "=", id)
    .where("withdrawn_at", "is", null)
    .returningAll()
    .executeTakeFirst();

export const withdrawCalendarDay = (tx: Tx, id: string, by: string, at: Date) =>
  tx
    .updateTable("calendar_days")
    .set({ withdrawn_at: at, withdrawn_by_name: by })
    .where("id", "=", id)
    .where("withdrawn_at", "is", null)
    .returningAll()
    .executeTakeFirst();

export const withdrawReplyHours = (tx: Tx, id: string, by: string, at: Date) =>
  tx
    .updateTable("reply_hours")
    .set({ withdrawn_at: at, withdrawn_by_name: by })
    .where("id", "=", id)
    .where("withdrawn_at", "is", null)
    .returningAll()
    .executeTakeFirst();

/** All rows of a table of rules that stand, with the name of their courier. */
export const listPolicies = (tx: Tx) =>
  tx
    .selectFrom("sla_policies as p")
    .leftJoin("couriers as c", "c.id", "p.courier_id")
    .selectAll("p")
    .select("c.name as courier_name")
    .where("p.withdrawn_at", "is", null)
    .orderBy((eb) => eb("p.courier_id", "is not", null))
    .orderBy("c.name")
    .orderBy("p.service_kind")
    .orderBy("p.province")
    .orderBy("p.valid_from", "desc")
    .execute();

export const listCalendar = (tx: Tx, from: string) =>
  tx
    .selectFrom("calendar_days as d")
    .leftJoin("couriers as c", "c.id", "d.courier_id")
    .selectAll("d")
    .select("c.name as courier_name")
    .where("d.withdrawn_at", "is", null)
    .where("d.date", ">=", from)
    .orderBy("d.date")
    .orderBy("c.name")
    .execute();

export const listReplyHours = (tx: Tx) =>
  tx
    .selectFrom("reply_hours as h")
    .leftJoin("couriers as c", "c.id", "h.courier_id")
    .selectAll("h")
    .select("c.name as courier_name")
    .where("h.withdrawn_at", "is", null)
    .orderBy("h.side")
    .orderBy("c.name")
    .orderBy("h.valid_from", "desc")
    .execute();

export const listCouriers = (tx: Tx) =>
  tx.selectFrom("couriers").select(["id", "name"]).orderBy("name").execute();

export const insertChange = (tx: Tx, values: Insertable<Database["settings_changes"]>) =>
  tx.insertInto("settings_changes").values(values).execute();

export const listChanges = (tx: Tx, limit: number) =>
  tx
    .selectFrom("settings_changes")
    .selectAll()
    .orderBy("at", "desc")
    .orderBy("id")
    .limit(limit)
    .execute();
