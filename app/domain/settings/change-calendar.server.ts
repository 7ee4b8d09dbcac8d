import type { AppContext } from "#app/context.ts";
import type { Actor } from "#app/contracts/parties.ts";
import type { AddCalendarDay, WithdrawRule } from "#app/contracts/settings.schema.ts";
import type { ChangedRules } from "#app/contracts/settings-views.ts";
import { conflict, invalid, notFound } from "#app/domain/errors.server.ts";
import { insertCalendarDay, withdrawCalendarDay } from "#db/queries/settings.ts";
import { requirePlace } from "./change-policies.server.ts";
import { changeRules } from "./change-rules.server.ts";

function requireNational({ kind, courier, province }: AddCalendarDay) {
  if (kind === "hours" || (!courier && !province)) return;
  throw invalid("form.invalid", { fields: { kind: "settings.national_only" } });
}

/** A holiday, joint leave, or the hours of a courier and region on one date. */
export function addCalendarDay(
  ctx: AppContext,
  actor: Actor,
  input: AddCalendarDay,
): Promise<ChangedRules> {
  return changeRules(ctx, actor, input.intent, async (tx) => {
    requireNational(input);
    const province = await requirePlace(tx, input);
    const row = await insertCalendarDay(tx, {
      date: input.date,
      kind: input.kind,
      courier_id: input.courier,
      province,
      spans: JSON.stringify(input.kind === "hours" ? input.hours : []),
      name: input.name,
      created_at: ctx.clock.now(),
      created_by_name: actor.name,
    });
    if (!row) throw conflict("settings.same_date");
    return {
      subject: "calendar",
      rowId: row.id,
      action: "added",
      summary: { date: input.date, name: input.name, courier: input.courier, province },
      scope: { courierId: input.courier, province, service: null, date: input.date },
    };
  });
}

/** Takes a date back, as if it had not been entered. */
export function removeCalendarDay(
  ctx: AppContext,
  actor: Actor,
  input: WithdrawRule,
): Promise<ChangedRules> {
  return changeRules(ctx, actor, input.intent, async (tx) => {
    const row = await withdrawCalendarDay(tx, input.id, actor.name, ctx.clock.now());
    if (!row) throw notFound();
    const { date, name, courier_id: courier, province } = row;
    return {
      subject: "calendar",
      rowId: row.id,
      action: "withdrawn",
      summary: { date, name, courier, province },
      scope: { courierId: courier, province, service: null, date },
    };
  });
}
