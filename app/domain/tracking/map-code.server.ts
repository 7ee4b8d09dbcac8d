import type { AppContext, Tx } from "#app/context.ts";
import type { Actor } from "#app/contracts/parties.ts";
import type { MapCode, WithdrawMapping } from "#app/contracts/tracking.schema.ts";
import type { CodesView, MappedCode } from "#app/contracts/tracking-views.ts";
import { conflict, notFound } from "#app/domain/errors.server.ts";
import { requireSupport } from "#app/domain/settings/require-admin.server.ts";
import {
  applyMapping,
  insertMapping,
  listMappings,
  listUnknown,
  type MappingRow,
  undoMapping,
  withdrawMapping,
} from "#db/queries/mappings.ts";
import { holdRules } from "#db/queries/rules.ts";
import { insertChange } from "#db/queries/settings.ts";
import { maskPeople } from "./mask-people.server.ts";
import { moveParcel } from "./move-parcel.server.ts";

const SHOWN = 200;

/** What nobody understands yet, and what support has made of others. For CS only. */
export async function listCodes(ctx: AppContext, actor: Actor): Promise<CodesView> {
  requireSupport(actor);
  const { unknown, mappings } = await ctx.db.as("system", async (tx) => ({
    unknown: await listUnknown(tx, SHOWN),
    mappings: await listMappings(tx),
  }));
  return {
    unknown: unknown.map((row) => ({
      vocabulary: row.vocabulary,
      source: row.source,
      plainCode: row.plain_code,
      plainText: row.plain_text,
      rawCode: row.raw_code,
      rawText: maskPeople(row.raw_text.trim()),
      seen: row.seen,
      parcels: row.parcels,
      lastSeen: row.last_seen.toISOString(),
    })),
    mappings: mappings.map((row) => ({
      id: row.id,
      vocabulary: row.vocabulary,
      match: row.match,
      value: row.value,
      meaning: row.meaning,
      by: row.created_by_name,
      at: row.created_at.toISOString(),
    })),
  };
}

async function log(
  ctx: AppContext,
  tx: Tx,
  actor: Actor,
  mapping: Pick<MappingRow, "id" | "vocabulary" | "value" | "meaning">,
  action: "added" | "withdrawn",
  moved: number,
) {
  const { vocabulary, value, meaning } = mapping;
  await insertChange(tx, {
    at: ctx.clock.now(),
    user_id: actor.userId,
    user_name: actor.name,
    subject: "code",
    row_id: mapping.id,
    action,
    summary: JSON.stringify({ vocabulary, value, meaning }),
    moved,
  });
}

/** Gives a code or text its meaning, for what came already and for what comes. */
export async function mapCode(ctx: AppContext, actor: Actor, input: MapCode): Promise<MappedCode> {
  requireSupport(actor);
  return ctx.db.as("system", async (tx) => {
    await holdRules(tx);
    const made = await insertMapping(tx, { ...input, at: ctx.clock.now(), by: actor.name });
    if (!made) throw conflict("code.mapped_already");
    const mapping = (await listMappings(tx)).find((one) => one.id === made.id) as MappingRow;
    const { rows, parcels } = await applyMapping(tx, mapping);
    for (const parcelId of parcels) await moveParcel(ctx, tx, parcelId);
    await log(ctx, tx, actor, mapping, "added", parcels.length);
    return { applied: true, rows, parcels: parcels.length };
  });
}

/** Takes a mapping back: its rows are unknown again, and their parcels stand where they stood without it. */
export async function unmapCode(
  ctx: AppContext,
  actor: Actor,
  { id }: WithdrawMapping,
): Promise<MappedCode> {
  requireSupport(actor);
  return ctx.db.as("system", async (tx) => {
    await holdRules(tx);
    const mapping = await withdrawMapping(tx, id, ctx.clock.now(), actor.name);
    if (!mapping) throw notFound();
    const { rows, parcels } = await undoMapping(tx, id);
    // What another mapping knows of the same rows counts again.
    for (const other of await listMappings(tx))
      if (other.vocabulary === mapping.vocabulary) await applyMapping(tx, other);
    for (const parcelId of parcels) await moveParcel(ctx, tx, parcelId);
    await log(ctx, tx, actor, mapping, "withdrawn", parcels.length);
    return { applied: true, rows, parcels: parcels.length };
  });
}
