import type { AppContext, Tx } from "#app/context.ts";
import {
  isClaimed,
  type KeyRange,
  listOriginalsIn,
  listPicturesIn,
} from "#db/queries/reconcile.ts";
import type { ListedObject } from "#storage/object-store.ts";

/** An upload with the objects that it names under one prefix. */
type Claim = { uploadId: string; keys: string[]; isReady: boolean };
type FindClaims = (tx: Tx, range: KeyRange) => Promise<Claim[]>;
export type Comparison = {
  /** Seen in the store. */
  objects: number;
  /** Without a row, for longer than an upload takes. */
  orphans: number;
  /** Orphans left alone, because there were more of them than crashes leave. */
  doubtful: number;
  /** Named by a row that says it is ready, and not there. */
  missing: { uploadId: string; key: string }[];
};

const PAGE = 1_000;
/** Far longer than an upload takes from its first object to its last row. */
const GRACE_MS = 60 * 60 * 1000;
/** More orphans than this in a page, and more than half of it: this store belongs to another database. */
const MANY = 100;

const findPictures: FindClaims = async (tx, range) =>
  (await listPicturesIn(tx, range)).map((row) => ({
    uploadId: row.id,
    keys: [row.full_key, row.thumb_key],
    isReady: row.state === "ready",
  }));

const findOriginals: FindClaims = async (tx, range) =>
  (await listOriginalsIn(tx, range)).map((row) => ({
    uploadId: row.id,
    keys: [row.original_key as string],
    isReady: row.state === "ready",
  }));

export const CLAIMS: Record<string, FindClaims> = {
  "photos/": findPictures,
  "originals/": findOriginals,
};

type Page = { objects: ListedObject[]; range: KeyRange };

const folderOf = (key: string) => key.slice(0, key.lastIndexOf("/"));

/** Cut between folders, so that what one upload names is on one page. */
async function* readPages(ctx: AppContext, prefix: string): AsyncGenerator<Page> {
  // Behind every key with this prefix.
  const end = `${prefix.slice(0, -1)}0`;
  let objects: ListedObject[] = [];
  let after = prefix;
  for await (const object of ctx.store.list(prefix)) {
    const last = objects.at(-1)?.key;
    if (last && objects.length >= PAGE && folderOf(last) !== folderOf(object.key)) {
      yield { objects, range: { after, upTo: last } };
      after = last;
      objects = [];
    }
    objects.push(object);
  }
  yield { objects, range: { after, upTo: end } };
}

/** Asked once more for each: it may have been placed, or its upload removed, since the page was read. */
async function findMissing(ctx: AppContext, page: Page, claims: Claim[]) {
  const there = new Set(page.objects.map(({ key }) => key));
  const missing: Comparison["missing"] = [];
  for (const { uploadId, keys, isReady } of claims)
    for (const key of keys) {
      if (!isReady || there.has(key) || (await ctx.store.head(key))) continue;
      if (await ctx.db.as("system", (tx) => isClaimed(tx, uploadId, key)))
        missing.push({ uploadId, key });
    }
  return missing;
}

function findOrphans(ctx: AppContext, { objects }: Page, claims: Claim[]): string[] {
  const claimed = new Set(claims.flatMap(({ keys }) => keys));
  const before = ctx.clock.now().getTime() - GRACE_MS;
  return objects
    .filter(({ key, modifiedAt }) => !claimed.has(key) && modifiedAt.getTime() < before)
    .map(({ key }) => key);
}

/**
 * Walks through the store and the rows side by side, a page at a time. A row is there before its first object, so
 * an object that is listed and then has no row has lost it for good; an original alone has its row last, hence
 * the hour of grace.
 */
export async function compareObjects(
  ctx: AppContext,
  prefix: string,
  { evenDoubtful }: { evenDoubtful: boolean },
): Promise<Comparison> {
  const findClaims = CLAIMS[prefix];
  if (!findClaims) throw new Error(`Nobody knows what is under ${prefix}`);
  const sum: Comparison = { objects: 0, orphans: 0, doubtful: 0, missing: [] };
  for await (const page of readPages(ctx, prefix)) {
    const claims = await ctx.db.as("system", (tx) => findClaims(tx, page.range));
    const orphans = findOrphans(ctx, page, claims);
    const isDoubtful = orphans.length > MANY && orphans.length > page.objects.length / 2;
    sum.objects += page.objects.length;
    sum.missing.push(...(await findMissing(ctx, page, claims)));
    if (isDoubtful && !evenDoubtful) {
      sum.doubtful += orphans.length;
      continue;
    }
    for (const key of orphans) await ctx.store.remove(key);
    sum.orphans += orphans.length;
  }
  return sum;
}
