import type { AppContext, Tx } from "#app/context.ts";
import type { Actor } from "#app/contracts/parties.ts";
import type {
  ChangedRules,
  ChangePreview,
  ChangeSummary,
  SettingsSubject,
} from "#app/contracts/settings-views.ts";
import { tellParcels } from "#app/domain/threads/tell-thread.server.ts";
import {
  listParcelsOfRequests,
  moveAutoCancel,
  moveClocks,
  type RuleScope,
} from "#db/queries/moves.ts";
import { holdRules } from "#db/queries/rules.ts";
import { insertChange } from "#db/queries/settings.ts";
import { findMoves } from "./find-moves.server.ts";
import { requireAdmin } from "./require-admin.server.ts";

export type RuleChange = {
  subject: SettingsSubject;
  rowId: string;
  action: "added" | "withdrawn";
  summary: ChangeSummary;
  /** Null: no deadline depends on it. */
  scope: RuleScope | null;
};

const NOTHING: ChangePreview = { moved: 0, kept: 0, moves: [] };
const BATCH = 500;

/** Carries a preview out of the transaction that is rolled back for it. */
class OnlyPreview extends Error {
  readonly preview: ChangePreview;
  constructor(preview: ChangePreview) {
    super("preview");
    this.preview = preview;
  }
}

async function moveAll(ctx: AppContext, tx: Tx, scope: RuleScope, now: Date) {
  const { preview, clocks, cancels } = await findMoves(tx, scope, now);
  for (let at = 0; at < clocks.length; at += BATCH)
    await moveClocks(tx, clocks.slice(at, at + BATCH), now);
  for (const { id, at } of cancels) await moveAutoCancel(tx, id, at);
  const requests = [...clocks, ...cancels].map((one) => one.id);
  await tellParcels(ctx, tx, await listParcelsOfRequests(tx, requests));
  return preview;
}

async function apply(ctx: AppContext, tx: Tx, actor: Actor, change: RuleChange) {
  const now = ctx.clock.now();
  const preview = change.scope ? await moveAll(ctx, tx, change.scope, now) : NOTHING;
  await insertChange(tx, {
    at: now,
    user_id: actor.userId,
    user_name: actor.name,
    subject: change.subject,
    row_id: change.rowId,
    action: change.action,
    summary: JSON.stringify(change.summary),
    moved: preview.moved,
  });
  return preview;
}

/**
 * A change of rules with everything that follows from it, or, as a preview, all of it taken back: what is
 * shown is what would happen, by the same way.
 */
export async function changeRules(
  ctx: AppContext,
  actor: Actor,
  intent: "preview" | "apply",
  work: (tx: Tx) => Promise<RuleChange>,
): Promise<ChangedRules> {
  requireAdmin(actor);
  try {
    const preview = await ctx.db.as("system", async (tx) => {
      await holdRules(tx);
      const shown = await apply(ctx, tx, actor, await work(tx));
      if (intent === "preview") throw new OnlyPreview(shown);
      return shown;
    });
    return { applied: true, preview };
  } catch (error) {
    if (error instanceof OnlyPreview) return { applied: false, preview: error.preview };
    throw error;
  }
}
