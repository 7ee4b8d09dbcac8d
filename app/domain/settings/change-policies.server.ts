import type { AppContext, Tx } from "#app/context.ts";
import type { Actor } from "#app/contracts/parties.ts";
import type { AddPolicy, WithdrawRule } from "#app/contracts/settings.schema.ts";
import type { ChangedRules } from "#app/contracts/settings-views.ts";
import { conflict, invalid, notFound } from "#app/domain/errors.server.ts";
import { provinceOf } from "#app/domain/pickup/find-zone.server.ts";
import { policyKey } from "#app/domain/pickup/read-policy.server.ts";
import { findCourier } from "#db/queries/pickup-requests.ts";
import { insertPolicy, listPolicies, withdrawPolicy } from "#db/queries/settings.ts";
import { changeRules } from "./change-rules.server.ts";
import { firstMoment } from "./first-moment.server.ts";

/** The province's own name; throws where there is no such courier or province. */
export async function requirePlace(
  tx: Tx,
  { courier, province }: { courier: string | null; province: string | null },
): Promise<string | null> {
  const name = province === null ? null : provinceOf(province);
  const fields = {
    ...(courier && !(await findCourier(tx, courier)) ? { courier: "courier.unknown" } : {}),
    ...(name === undefined ? { province: "province.unknown" } : {}),
  };
  if (Object.keys(fields).length > 0) throw invalid("form.invalid", { fields });
  return name ?? null;
}

function columnsOf(input: AddPolicy, province: string | null) {
  const byDay = input.limitKind === "day";
  return {
    courier_id: input.courier,
    service_kind: input.service,
    province,
    cutoff_local: input.cutoff,
    opening_local: input.opening,
    target_days: input.targetDays,
    limit_days: byDay ? input.limitDays : null,
    limit_local: byDay ? input.limitAt : null,
    limit_minutes: byDay ? null : input.limitMinutes,
    operating_days: input.operatingDays,
    spans: JSON.stringify(input.hours),
    joint_leave_closes: input.jointLeaveCloses,
    auto_cancel_days: input.autoCancelDays,
    warn_percent: input.warnPercent,
    warn_before_minutes: input.warnBeforeMinutes,
    silent_scan_minutes: input.silentScanMinutes,
    source: input.note,
  };
}

/** A new version of a rule, for requests made from its first day on. */
export function addPolicy(ctx: AppContext, actor: Actor, input: AddPolicy): Promise<ChangedRules> {
  return changeRules(ctx, actor, input.intent, async (tx) => {
    const now = ctx.clock.now();
    const columns = columnsOf(input, await requirePlace(tx, input));
    const valid_from = firstMoment(input.validFrom, now);
    const row = await insertPolicy(tx, {
      ...columns,
      valid_from,
      created_at: now,
      created_by_name: actor.name,
    });
    if (!row) throw conflict("settings.same_start");
    return {
      subject: "policy",
      rowId: row.id,
      action: "added",
      summary: { key: policyKey(columns), version: row.version, validFrom: input.validFrom },
      scope: {
        courierId: columns.courier_id,
        province: columns.province,
        service: columns.service_kind,
        requestedFrom: valid_from,
      },
    };
  });
}

/** The first version of a rule for everybody stays: without it a service would have no clock. */
async function requireOther(tx: Tx, id: string) {
  const all = await listPolicies(tx);
  const row = all.find((one) => one.id === id);
  if (!row) throw notFound();
  const isGeneral = row.courier_id === null && row.province === null;
  const isFirst = !all.some(
    (one) => policyKey(one) === policyKey(row) && one.valid_from < row.valid_from,
  );
  if (isGeneral && isFirst) throw conflict("settings.last_policy");
}

/** Takes a version back, as if it had not been made; what was judged under it stays judged. */
export function removePolicy(
  ctx: AppContext,
  actor: Actor,
  input: WithdrawRule,
): Promise<ChangedRules> {
  return changeRules(ctx, actor, input.intent, async (tx) => {
    await requireOther(tx, input.id);
    const row = await withdrawPolicy(tx, input.id, actor.name, ctx.clock.now());
    if (!row) throw notFound();
    return {
      subject: "policy",
      rowId: row.id,
      action: "withdrawn",
      summary: {
        key: policyKey(row),
        version: row.version,
        validFrom: row.valid_from.toISOString(),
      },
      scope: {
        courierId: row.courier_id,
        province: row.province,
        service: row.service_kind,
        requestedFrom: row.valid_from,
      },
    };
  });
}
