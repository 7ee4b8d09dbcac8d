import { type SqlBool, sql, type Transaction } from "kysely";
import type { Category } from "#app/contracts/categories.ts";
import type { Actor } from "#app/contracts/parties.ts";
import { REPORT_TABS, type ReportSort, type ReportTab } from "#app/contracts/reports.ts";
import type { Database } from "../tables/index.ts";
import { ownedBy } from "./scope.ts";
import { unreadOf } from "./unread.ts";

type Tx = Transaction<Database>;

/** Where the last page ended: the sort column's value and the row's id. */
export type ListCursor = { value: string; id: string };

export type ListOptions = {
  tab: ReportTab;
  category?: Category;
  courier?: string;
  /** Resi or report codes; they are looked for in every tab. */
  find: string[];
  sort: ReportSort;
  after?: ListCursor;
  now: Date;
  soon: Date;
  limit: number;
};

type Moment = Pick<ListOptions, "now" | "soon">;

/** A closed report waits for somebody only while a dispute in it does. */
function inTab(actor: Actor, tab: ReportTab, { now, soon }: Moment) {
  switch (tab) {
    case "turn":
      return sql<SqlBool>`r.waiting_on <> 'nobody' and r.waiting_on = ${actor.kind}`;
    case "waiting":
      return sql<SqlBool>`r.waiting_on <> 'nobody' and r.waiting_on <> ${actor.kind}`;
    case "late":
      return sql<SqlBool>`r.due_at < ${now}`;
    case "soon":
      return sql<SqlBool>`r.due_at >= ${now} and r.due_at < ${soon}`;
    case "done":
      return sql<SqlBool>`r.status <> 'open'`;
    case "all":
      return sql<SqlBool>`true`;
  }
}

const ORDERS = {
  due: { column: "r.due_at", direction: "asc" },
  newest: { column: "r.filed_at", direction: "desc" },
  activity: { column: "r.last_entry_at", direction: "desc" },
} as const;

const matches = (wanted: string[]) => {
  const list = sql.join(wanted);
  return sql<SqlBool>`(r.resi in (${list}) or r.code in (${list}))`;
};

function afterCursor(order: (typeof ORDERS)[ReportSort], { value, id }: ListCursor) {
  const sign = sql.raw(order.direction === "asc" ? ">" : "<");
  return sql<SqlBool>`(${sql.ref(order.column)}, r.id) ${sign} (${value}::timestamptz, ${id}::uuid)`;
}

export const orderOf = (options: Pick<ListOptions, "tab" | "sort">): ReportSort =>
  options.tab === "done" && options.sort === "due" ? "activity" : options.sort;

/** One query a page, whatever it holds. One row more than the page tells that there is a next one. */
export async function listReports(tx: Tx, actor: Actor, options: ListOptions) {
  const order = ORDERS[orderOf(options)];
  const finding = options.find.length > 0;
  return tx
    .selectFrom("reports as r")
    .innerJoin("parcels as p", "p.id", "r.parcel_id")
    .innerJoin("couriers as c", "c.id", "r.courier_id")
    .selectAll("r")
    .select(["p.stage", "c.name as courier_name"])
    .select(unreadOf(actor, "r.id").as("unread"))
    .where(ownedBy(actor, "r"))
    .where(finding ? matches(options.find) : inTab(actor, options.tab, options))
    .$if(options.category !== undefined, (query) =>
      query.where("r.category_reckoned", "=", options.category as Category),
    )
    .$if(options.courier !== undefined, (query) =>
      query.where("r.courier_id", "=", options.courier as string),
    )
    .$if(options.after !== undefined, (query) =>
      query.where(afterCursor(order, options.after as ListCursor)),
    )
    .orderBy(order.column, order.direction)
    .orderBy("r.id", order.direction)
    .limit(options.limit + 1)
    .execute();
}

export type ListedReport = Awaited<ReturnType<typeof listReports>>[number];

/** Rows of each tab, counted up to `ceiling` and no further: a count of a million costs no more than one of a thousand. */
export async function countReportTabs(
  tx: Tx,
  actor: Actor,
  moment: Moment,
  ceiling: number,
): Promise<Record<ReportTab, number>> {
  const counts = REPORT_TABS.map(
    (tab) =>
      sql`(select count(*)::int from (select 1 from reports as r where ${ownedBy(actor, "r")} and ${inTab(actor, tab, moment)} limit ${ceiling}) as rows) as ${sql.ref(tab)}`,
  );
  const { rows } = await sql<Record<ReportTab, number>>`select ${sql.join(counts)}`.execute(tx);
  return rows[0] as Record<ReportTab, number>;
}

/** Couriers that this actor's reports can be filtered by. */
export const listCouriersInUse = (tx: Tx, actor: Actor) =>
  tx
    .selectFrom("couriers as c")
    .select(["c.id", "c.name"])
    .where((eb) =>
      eb.exists(
        eb
          .selectFrom("reports as r")
          .select("r.id")
          .whereRef("r.courier_id", "=", "c.id")
          .where(ownedBy(actor, "r")),
      ),
    )
    .orderBy("c.name")
    .execute();
