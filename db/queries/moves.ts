import { sql, type Transaction } from "kysely";
import type { ServiceKind } from "#app/contracts/services.ts";
import type { Database } from "../tables/index.ts";

type Tx = Transaction<Database>;

/** Which pick-up requests a change of rules can be about. */
export type RuleScope = {
  courierId: string | null;
  province: string | null;
  service: ServiceKind | null;
  /** Only requests made from then on. */
  requestedFrom?: Date;
  /** Only clocks that run over this date, in any zone. */
  date?: string;
};

/** Requests with a parcel that waits, and a deadline or a cancelling to come. Nearest deadline first. */
export function listMovable(tx: Tx, scope: RuleScope, now: Date) {
  return tx
    .selectFrom("pickup_requests as r")
    .innerJoin("couriers as c", "c.id", "r.courier_id")
    .innerJoinLateral(
      (eb) =>
        eb
          .selectFrom("parcels as p")
          .select((inner) => [
            inner.fn.countAll<number>().as("parcels"),
            inner.fn.min<string>("p.resi").as("resi"),
          ])
          .whereRef("p.pickup_request_id", "=", "r.id")
          .where("p.awaiting_pickup", "=", true)
          .as("waiting"),
      (join) => join.onTrue(),
    )
    .select([
      "r.id",
      "r.seller_org_id",
      "r.courier_id",
      "r.seller_name",
      "r.service_kind",
      "r.province",
      "r.zone",
      "r.requested_at",
      "r.rescheduled_to",
      "r.deadline_at",
      "r.warn_at",
      "r.auto_cancel_at",
      "c.name as courier_name",
      "waiting.parcels",
      "waiting.resi",
    ])
    .where("waiting.parcels", ">", 0)
    .where((eb) =>
      eb.or([
        eb("r.deadline_at", ">", now),
        eb("r.deadline_at", "is", null),
        eb("r.auto_cancel_at", ">", now),
      ]),
    )
    .$if(scope.courierId !== null, (query) =>
      query.where("r.courier_id", "=", scope.courierId as string),
    )
    .$if(scope.province !== null, (query) =>
      query.where("r.province", "=", scope.province as string),
    )
    .$if(scope.service !== null, (query) =>
      query.where("r.service_kind", "=", scope.service as ServiceKind),
    )
    .$if(scope.requestedFrom !== undefined, (query) =>
      query.where("r.requested_at", ">=", scope.requestedFrom as Date),
    )
    .$if(scope.date !== undefined, (query) =>
      query
        .where("r.requested_at", "<", sql<Date>`${scope.date}::date + 2`)
        .where(
          sql<Date>`greatest(r.deadline_at, r.auto_cancel_at)`,
          ">=",
          sql<Date>`${scope.date}::date - 1`,
        ),
    )
    .orderBy("r.deadline_at")
    .orderBy("r.id")
    .execute();
}

export type MovableRequest = Awaited<ReturnType<typeof listMovable>>[number];

export const listParcelsOfRequests = (tx: Tx, requestIds: string[]) =>
  requestIds.length === 0
    ? Promise.resolve([])
    : tx
        .selectFrom("parcels")
        .select(["id", "seller_org_id", "courier_id"])
        .where("pickup_request_id", "=", sql<string>`any(${requestIds}::uuid[])`)
        .execute();

/** New columns of one pick-up request, as JSON keeps them. */
export type MovedClock = {
  id: string;
  policy_id: string | null;
  cutoff_at: string | null;
  warn_at: string | null;
  deadline_at: string | null;
  auto_cancel_at: string | null;
  clock: object | null;
};

/**
 * Moves the clocks of many requests, their parcels that wait, their open reports and their jobs. A warning
 * that would have come already comes now.
 */
export async function moveClocks(tx: Tx, moved: MovedClock[], now: Date): Promise<void> {
  const rows = sql`jsonb_to_recordset(${JSON.stringify(moved)}::jsonb) as m (id uuid, policy_id uuid,
    cutoff_at timestamptz, warn_at timestamptz, deadline_at timestamptz, auto_cancel_at timestamptz, clock jsonb)`;
  await sql`
    update pickup_requests r set policy_id = m.policy_id, cutoff_at = m.cutoff_at, warn_at = m.warn_at,
      deadline_at = m.deadline_at, auto_cancel_at = m.auto_cancel_at, clock = m.clock
    from ${rows} where r.id = m.id`.execute(tx);
  await sql`
    update parcels p set deadline_at = coalesce(m.deadline_at, 'infinity'),
      sla_next_at = case when m.warn_at is null then 'infinity' else greatest(m.warn_at, ${now}::timestamptz) end
    from ${rows} where p.pickup_request_id = m.id and p.awaiting_pickup`.execute(tx);
  // Closed ones too: they may be opened again.
  await sql`
    update reports s set deadline_at = coalesce(m.deadline_at, 'infinity'),
      due_at = case when s.status = 'open' and due_kind is distinct from 'promise' then coalesce(m.deadline_at, 'infinity') else s.due_at end,
      due_kind = case when s.status = 'open' and due_kind is distinct from 'promise' then case when m.deadline_at is null then null else 'pickup' end else s.due_kind end
    from ${rows}, parcels p
    where p.pickup_request_id = m.id and p.awaiting_pickup and s.parcel_id = p.id`.execute(tx);
  await sql`
    select queue.enqueue('record-moments', json_build_object('requestId', m.id), 'moments:' || m.id, greatest(m.warn_at, ${now}::timestamptz))
    from ${rows} where m.warn_at is not null`.execute(tx);
}

/** Only the marketplace's cancelling moves: of parcels that are late already too, since it is no verdict. */
export const moveAutoCancel = (tx: Tx, requestId: string, at: Date | null) =>
  tx
    .updateTable("pickup_requests")
    .set({
      auto_cancel_at: at,
      clock: sql`jsonb_set(clock, '{autoCancelAt}', to_jsonb(${at?.toISOString() ?? null}::text))`,
    })
    .where("id", "=", requestId)
    .where("clock", "is not", null)
    .execute();

/** A parcel that waits again goes by its request's clock, which may have moved meanwhile. What is late stays late. */
export const restoreClock = (tx: Tx, parcelId: string, now: Date) =>
  sql`
    update parcels p set deadline_at = coalesce(r.deadline_at, 'infinity'),
      sla_next_at = case when r.deadline_at is null then 'infinity' else greatest(coalesce(r.warn_at, r.deadline_at), ${now}::timestamptz) end
    from pickup_requests r
    where p.id = ${parcelId} and r.id = p.pickup_request_id and p.deadline_at > ${now}::timestamptz
      and p.deadline_at is distinct from coalesce(r.deadline_at, 'infinity')`.execute(tx);
