import type { AppContext, Tx } from "#app/context.ts";
import {
  deleteUnfinished,
  deleteUnused,
  forgetOriginals,
  listOldOriginals,
} from "#db/queries/reconcile.ts";
import { CLAIMS, type Comparison, compareObjects } from "./compare-objects.server.ts";
import { removeObjects } from "./remove-objects.server.ts";

export type Reconciled = Comparison & {
  /** Uploads that were never finished. */
  unfinished: number;
  /** Uploads that became part of no report. */
  unused: number;
  /** Files as they came, whose time is over. */
  originals: number;
};

const HOUR_MS = 60 * 60 * 1000;
/** A device that goes on later than this sends the photo once more, as a new upload. */
const UNFINISHED_MS = HOUR_MS;
/** As long as a draft may wait on a phone for its form to be sent. */
const UNUSED_MS = 7 * 24 * HOUR_MS;
const BATCH = 200;

/** The row goes first: a foreign key guards it alone. Objects that a crash leaves behind it are orphans from then on. */
async function removeUploads(
  ctx: AppContext,
  deleteSome: (tx: Tx, before: Date, limit: number) => Promise<string[][]>,
  age: number,
): Promise<number> {
  const before = new Date(ctx.clock.now().getTime() - age);
  for (let sum = 0; ; ) {
    const removed = await ctx.db.as("system", (tx) => deleteSome(tx, before, BATCH));
    if (removed.length === 0) return sum;
    await removeObjects(ctx, removed.flat());
    sum += removed.length;
  }
}

/** The object goes first: as long as it is there, its row says so, and the next time finds it again. */
async function removeOldOriginals(ctx: AppContext): Promise<number> {
  for (let sum = 0; ; ) {
    const old = await ctx.db.as("system", (tx) => listOldOriginals(tx, ctx.clock.now(), BATCH));
    if (old.length === 0) return sum;
    const keys = old.map((row) => row.original_key as string);
    for (const key of keys) await ctx.store.remove(key);
    await ctx.db.as("system", (tx) => forgetOriginals(tx, keys));
    sum += keys.length;
  }
}

function add(sum: Comparison, more: Comparison): Comparison {
  return {
    objects: sum.objects + more.objects,
    orphans: sum.orphans + more.orphans,
    doubtful: sum.doubtful + more.doubtful,
    missing: [...sum.missing, ...more.missing],
  };
}

/** Brings rows and objects together again. May run twice, at once, and on two nodes: each step finds what is left. */
export async function reconcileObjects(
  ctx: AppContext,
  { evenDoubtful = false } = {},
): Promise<Reconciled> {
  const unfinished = await removeUploads(ctx, deleteUnfinished, UNFINISHED_MS);
  const unused = await removeUploads(ctx, deleteUnused, UNUSED_MS);
  const originals = await removeOldOriginals(ctx);
  let sum: Comparison = { objects: 0, orphans: 0, doubtful: 0, missing: [] };
  for (const prefix of Object.keys(CLAIMS))
    sum = add(sum, await compareObjects(ctx, prefix, { evenDoubtful }));
  const { missing, ...counts } = sum;
  const told = { ...counts, unfinished, unused, originals, missing: missing.length };
  if (missing.length > 0)
    ctx.log.error({ ...told, first: missing.slice(0, 20) }, "photos without their objects");
  if (counts.doubtful > 0)
    ctx.log.error(told, "too many objects without rows: is this the store of another database?");
  ctx.log.info(told, "objects reconciled");
  return { ...sum, unfinished, unused, originals };
}
