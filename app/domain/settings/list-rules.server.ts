import type { AppContext } from "#app/context.ts";
import type { Actor } from "#app/contracts/parties.ts";
import type {
  CalendarDayView,
  ChangeSummary,
  PolicyView,
  ReplyHoursView,
  SettingsChangeView,
} from "#app/contracts/settings-views.ts";
import type { CourierView } from "#app/contracts/views.ts";
import { PROVINCE_NAMES } from "#app/domain/pickup/find-zone.server.ts";
import { dateOf, dayOf } from "#app/domain/pickup/local-time.server.ts";
import { formatMinute, formatSpans } from "#app/domain/pickup/pickup-policy.server.ts";
import { policyKey } from "#app/domain/pickup/read-policy.server.ts";
import {
  listCalendar,
  listChanges,
  listCouriers,
  listPolicies,
  listReplyHours,
} from "#db/queries/settings.ts";
import { requireAdmin } from "./require-admin.server.ts";

type PolicyRow = Awaited<ReturnType<typeof listPolicies>>[number];
type HoursRow = Awaited<ReturnType<typeof listReplyHours>>[number];

const CHANGES_SHOWN = 100;

/** What a rule can be only for. */
type Places = { couriers: CourierView[]; provinces: string[] };

const courierOf = (id: string | null, name: string | null): CourierView | null =>
  id ? { id, name: name ?? id } : null;

const shortTime = (time: string) => time.slice(0, 5);

/** Newest first within a key: the first that has begun is in force. */
function stateOf<Row extends { id: string; valid_from: Date }>(row: Row, mates: Row[], now: Date) {
  if (row.valid_from > now) return "upcoming" as const;
  return mates.find((one) => one.valid_from <= now)?.id === row.id ? "current" : "past";
}

const limitOf = (row: PolicyRow): PolicyView["limit"] =>
  row.limit_minutes === null
    ? { kind: "day", days: row.limit_days ?? 0, at: shortTime(row.limit_local ?? "") }
    : { kind: "minutes", minutes: row.limit_minutes };

function presentPolicy(row: PolicyRow, all: PolicyRow[], now: Date): PolicyView {
  const key = policyKey(row);
  const mates = all.filter((one) => policyKey(one) === key);
  const isGeneral = row.courier_id === null && row.province === null;
  return {
    id: row.id,
    key,
    version: row.version,
    service: row.service_kind,
    courier: courierOf(row.courier_id, row.courier_name),
    province: row.province,
    validFrom: row.valid_from.toISOString(),
    cutoff: row.cutoff_local && shortTime(row.cutoff_local),
    opening: shortTime(row.opening_local),
    targetDays: row.target_days,
    limit: limitOf(row),
    operatingDays: row.operating_days,
    hours: formatSpans(row.spans),
    jointLeaveCloses: row.joint_leave_closes,
    autoCancelDays: row.auto_cancel_days,
    warnPercent: row.warn_percent,
    warnBeforeMinutes: row.warn_before_minutes,
    silentScanMinutes: row.silent_scan_minutes,
    note: row.source,
    createdBy: row.created_by_name,
    state: stateOf(row, mates, now),
    withdrawable: !(isGeneral && mates.at(-1)?.id === row.id),
  };
}

function presentHours(row: HoursRow, all: HoursRow[], now: Date): ReplyHoursView {
  const mates = all.filter((one) => one.side === row.side && one.courier_id === row.courier_id);
  return {
    id: row.id,
    side: row.side,
    courier: courierOf(row.courier_id, row.courier_name),
    validFrom: row.valid_from.toISOString(),
    days: row.days,
    open: formatMinute(row.open_minute, ":"),
    close: formatMinute(row.close_minute, ":"),
    zone: row.zone,
    targetMinutes: row.target_minutes,
    note: row.source,
    createdBy: row.created_by_name,
    state: stateOf(row, mates, now),
    withdrawable: row.courier_id !== null || mates.at(-1)?.id !== row.id,
  };
}

export async function listRules(
  ctx: AppContext,
  actor: Actor,
): Promise<{ policies: PolicyView[] } & Places> {
  requireAdmin(actor);
  return ctx.db.as(actor, async (tx) => {
    const all = await listPolicies(tx);
    const now = ctx.clock.now();
    const policies = all.map((row) => presentPolicy(row, all, now));
    return { policies, couriers: await listCouriers(tx), provinces: PROVINCE_NAMES };
  });
}

/** From yesterday on; what is further back explains itself where it was used. */
export async function listDates(
  ctx: AppContext,
  actor: Actor,
): Promise<{ days: CalendarDayView[] } & Places> {
  requireAdmin(actor);
  const from = dateOf(dayOf(ctx.clock.now().getTime(), "Asia/Jakarta") - 1);
  return ctx.db.as(actor, async (tx) => {
    const days = (await listCalendar(tx, from)).map((row) => ({
      id: row.id,
      date: row.date,
      kind: row.kind,
      courier: courierOf(row.courier_id, row.courier_name),
      province: row.province,
      hours: formatSpans(row.spans),
      name: row.name,
      createdBy: row.created_by_name,
    }));
    return { days, couriers: await listCouriers(tx), provinces: PROVINCE_NAMES };
  });
}

export async function listHours(
  ctx: AppContext,
  actor: Actor,
): Promise<{ hours: ReplyHoursView[]; couriers: CourierView[] }> {
  requireAdmin(actor);
  return ctx.db.as(actor, async (tx) => {
    const all = await listReplyHours(tx);
    const hours = all.map((row) => presentHours(row, all, ctx.clock.now()));
    return { hours, couriers: await listCouriers(tx) };
  });
}

/** A policy names its courier at the head of its key. */
function courierIn({ courier, key }: ChangeSummary, couriers: CourierView[]): CourierView | null {
  const [head] = String(key ?? "").split("/");
  return couriers.find(({ id }) => id === courier || id === head) ?? null;
}

export async function listSettingsChanges(
  ctx: AppContext,
  actor: Actor,
): Promise<SettingsChangeView[]> {
  requireAdmin(actor);
  const { rows, couriers } = await ctx.db.as(actor, async (tx) => ({
    rows: await listChanges(tx, CHANGES_SHOWN),
    couriers: await listCouriers(tx),
  }));
  return rows.map((row) => ({
    id: row.id,
    at: row.at.toISOString(),
    by: row.user_name,
    subject: row.subject,
    action: row.action,
    summary: row.summary,
    courier: courierIn(row.summary, couriers),
    moved: row.moved,
  }));
}
