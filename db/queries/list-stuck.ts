import { type SqlBool, sql, type Transaction } from "kysely";
import type { Actor } from "#app/contracts/parties.ts";
import { STUCK_TABS, type StuckTab } from "#app/contracts/reports.ts";
import type { Database } from "../tables/index.ts";
import type { ListCursor } from "./list-reports.ts";
import { ownedBy } from "./scope.ts";
import { unreadOf } from "./unread.ts";

type Tx = Transaction<Database>;
type Moment = { now: Date; soon: Date };

export type StuckOptions = Moment & {
  tab: StuckTab;
  courier?: string;
  find: string[];
  after?: ListCursor;
  limit: number;
};

/**
 * Not picked up and past its deadline, near it, or reported: what has time and no report is not stuck.
 * What waits for CS is theirs even where the courier says that it has the parcel.
 */
function inTab(tab: StuckTab, { now, soon }: Moment) {
  switch (tab) {
    case "all":
      return sql<SqlBool>`p.awaiting_pickup and (p.deadline_at < ${soon} or r.id is not null)`;
    case "late":
      return sql<SqlBool>`p.awaiting_pickup and p.deadline_at < ${now}`;
    case "soon":
      return sql<SqlBool>`p.awaiting_pickup and p.deadline_at >= ${now} and p.deadline_at < ${soon}`;
    case "unreported":
      return sql<SqlBool>`p.awaiting_pickup and p.deadline_at < ${soon} and r.id is null`;
    case "support":
      return sql<SqlBool>`r.waiting_on = 'support'`;
  }
}

const isFound = (resi: string[]) =>
  sql<SqlBool>`p.resi in (${sql.join(resi)}) and (p.awaiting_pickup or r.id is not null)`;

const ofParcel = sql`left join reports as r on r.parcel_id = p.id and r.status = 'open'`;

/** Parcels that wait for their courier, nearest deadline first, with their open report. */
export async function listStuck(tx: Tx, actor: Actor, options: StuckOptions) {
  const finding = options.find.length > 0;
  return tx
    .selectFrom("parcels as p")
    .innerJoin("pickup_requests as q", "q.id", "p.pickup_request_id")
    .innerJoin("couriers as c", "c.id", "p.courier_id")
    .leftJoin("reports as r", (join) =>
      join.onRef("r.parcel_id", "=", "p.id").on("r.status", "=", "open"),
    )
    .select([
      "p.id",
      "p.resi",
      "p.courier_id",
      "p.stage",
      "p.failed_at",
      "p.deadline_at",
      "c.name as courier_name",
      "q.seller_name",
      "q.city",
      "q.zone",
      "q.service_kind",
      "q.requested_at",
      "r.id as report_id",
      "r.code",
      "r.category_reckoned",
      "r.waiting_on",
      "r.waiting_since",
      "r.courier_served",
      "r.due_at",
      "r.due_kind",
      "r.last_line",
    ])
    .select(unreadOf(actor, "r.id").as("unread"))
    .select((eb) =>
      eb
        .selectFrom("instructions as i")
        .select((inner) => inner.fn.max<Date | null>("i.window_end").as("end"))
        .whereRef("i.report_id", "=", "r.id")
        .where("i.asked_at", "is not", null)
        .where((inner) => sql<SqlBool>`${inner.ref("i.outcome")} is distinct from 'kept'`)
        .as("promise_ended_at"),
    )
    .where(ownedBy(actor, "p"))
    .where(finding ? isFound(options.find) : inTab(options.tab, options))
    .$if(options.courier !== undefined, (query) =>
      query.where("p.courier_id", "=", options.courier as string),
    )
    .$if(options.after !== undefined, (query) =>
      query.where(
        sql<SqlBool>`(p.deadline_at, p.id) > (${options.after?.value}::timestamptz, ${options.after?.id}::uuid)`,
      ),
    )
    .orderBy("p.deadline_at")
    .orderBy("p.id")
    .limit(options.limit + 1)
    .execute();
}

export type ListedStuck = Awaited<ReturnType<typeof listStuck>>[number];

export async function countStuckTabs(
  tx: Tx,
  actor: Actor,
  moment: Moment,
  ceiling: number,
): Promise<Record<StuckTab, number>> {
  const counts = STUCK_TABS.map(
    (tab) =>
      sql`(select count(*)::int from (select 1 from parcels as p ${ofParcel} where ${ownedBy(actor, "p")} and ${inTab(tab, moment)} limit ${ceiling}) as rows) as ${sql.ref(tab)}`,
  );
  const { rows } = await sql<Record<StuckTab, number>>`select ${sql.join(counts)}`.execute(tx);
  return rows[0] as Record<StuckTab, number>;
}
