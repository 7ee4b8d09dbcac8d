import type { AppContext } from "#app/context.ts";
import type { Actor } from "#app/contracts/parties.ts";
import type { PolicyView, RuleValues } from "#app/contracts/settings-views.ts";
import type { CourierView } from "#app/contracts/views.ts";
import { notFound } from "#app/domain/errors.server.ts";
import { dateOf, dayOf, weekdayOf } from "#app/domain/pickup/local-time.server.ts";
import { listRules } from "./list-rules.server.ts";

export type PolicyDraft = {
  /** The rule that gets a new version; null: a rule of its own for a courier or region. */
  base: PolicyView | null;
  values: RuleValues;
  couriers: CourierView[];
  provinces: string[];
};

const dotted = (time: string | null) => time?.replace(":", ".") ?? "";
const text = (value: number | null) => (value === null ? "" : String(value));

/** Monday, because couriers plan by the week, and never today, which has begun. */
function nextMonday(now: Date): string {
  const today = dayOf(now.getTime(), "Asia/Jakarta");
  return dateOf(today + 8 - weekdayOf(today));
}

const limitValues = ({ limit }: PolicyView) =>
  limit.kind === "day"
    ? { limitDays: text(limit.days), limitAt: dotted(limit.at), limitMinutes: "" }
    : { limitDays: "", limitAt: "", limitMinutes: text(limit.minutes) };

const valuesOf = (policy: PolicyView, validFrom: string): RuleValues => ({
  service: policy.service,
  courier: policy.courier?.id ?? "",
  province: policy.province ?? "",
  validFrom,
  cutoff: dotted(policy.cutoff),
  opening: dotted(policy.opening),
  targetDays: text(policy.targetDays),
  limitKind: policy.limit.kind,
  ...limitValues(policy),
  operatingDays: policy.operatingDays.map(String),
  hours: policy.hours,
  jointLeaveCloses: policy.jointLeaveCloses ? "on" : "",
  autoCancelDays: text(policy.autoCancelDays),
  warnPercent: text(policy.warnPercent),
  warnBeforeMinutes: text(policy.warnBeforeMinutes),
  silentScanMinutes: text(policy.silentScanMinutes),
  note: "",
});

/** The form for a new version, filled with the one that it follows; without one, with the regular rule of everybody. */
export async function draftPolicy(
  ctx: AppContext,
  actor: Actor,
  { from }: { from?: string },
): Promise<PolicyDraft> {
  const { policies, couriers, provinces } = await listRules(ctx, actor);
  const isModel = (one: PolicyView) =>
    from ? one.id === from : one.key === "regular" && one.state === "current";
  const model = policies.find(isModel);
  if (!model) throw notFound();
  const values = valuesOf(model, nextMonday(ctx.clock.now()));
  return { base: from ? model : null, values, couriers, provinces };
}
