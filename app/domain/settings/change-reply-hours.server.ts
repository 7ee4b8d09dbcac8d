import type { AppContext } from "#app/context.ts";
import type { Actor } from "#app/contracts/parties.ts";
import type { AddReplyHours, WithdrawRule } from "#app/contracts/settings.schema.ts";
import type { ChangedRules } from "#app/contracts/settings-views.ts";
import { conflict, invalid, notFound } from "#app/domain/errors.server.ts";
import { minutesOf } from "#app/domain/pickup/local-time.server.ts";
import { insertReplyHours, listReplyHours, withdrawReplyHours } from "#db/queries/settings.ts";
import { requirePlace } from "./change-policies.server.ts";
import { changeRules } from "./change-rules.server.ts";
import { firstMoment } from "./first-moment.server.ts";

/** When a side answers, from its first day on; turns that run already keep the hours they began under. */
export function addReplyHours(
  ctx: AppContext,
  actor: Actor,
  input: AddReplyHours,
): Promise<ChangedRules> {
  return changeRules(ctx, actor, "apply", async (tx) => {
    const now = ctx.clock.now();
    if (input.courier && input.side !== "courier")
      throw invalid("form.invalid", { fields: { courier: "settings.courier_side_only" } });
    await requirePlace(tx, { courier: input.courier, province: null });
    const row = await insertReplyHours(tx, {
      side: input.side,
      courier_id: input.courier,
      valid_from: firstMoment(input.validFrom, now),
      days: input.days,
      open_minute: minutesOf(input.open),
      close_minute: minutesOf(input.close),
      zone: input.zone,
      target_minutes: input.targetMinutes,
      source: input.note,
      created_at: now,
      created_by_name: actor.name,
    });
    if (!row) throw conflict("settings.same_start");
    const { side, courier, validFrom, open, close, targetMinutes } = input;
    return {
      subject: "reply_hours",
      rowId: row.id,
      action: "added",
      summary: { side, courier, validFrom, open, close, targetMinutes },
      scope: null,
    };
  });
}

export function removeReplyHours(
  ctx: AppContext,
  actor: Actor,
  { id }: WithdrawRule,
): Promise<ChangedRules> {
  return changeRules(ctx, actor, "apply", async (tx) => {
    const all = await listReplyHours(tx);
    const row = all.find((one) => one.id === id);
    if (!row) throw notFound();
    const others = all.filter((one) => one.side === row.side && !one.courier_id && one.id !== id);
    if (!row.courier_id && !others.some((one) => one.valid_from <= ctx.clock.now()))
      throw conflict("settings.last_policy");
    await withdrawReplyHours(tx, id, actor.name, ctx.clock.now());
    return {
      subject: "reply_hours",
      rowId: id,
      action: "withdrawn",
      summary: { side: row.side, courier: row.courier_id, validFrom: row.valid_from.toISOString() },
      scope: null,
    };
  });
}
