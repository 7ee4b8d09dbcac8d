import type { AppContext } from "#app/context.ts";
import { eraseUpload, listUploadsOf } from "#db/queries/reconcile.ts";
import { showPhotosOf } from "./show-settled-photos.server.ts";

export type Erased = {
  uploads: number;
  objects: number;
  /** Threads that say now that photos were erased. */
  reports: number;
};

type Upload = Awaited<ReturnType<typeof listUploadsOf>>[number];

const FIRST_ID = "00000000-0000-0000-0000-000000000000";
const BATCH = 100;
/** Somebody who uploads all the while is found again by the next run. */
const MOST_PASSES = 20;

/** The row first, for an object that a crash leaves behind has then lost its row; run again, this tells the threads. */
async function eraseOne(ctx: AppContext, upload: Upload) {
  const reports = await ctx.db.as("system", (tx) => eraseUpload(tx, upload.id));
  for (const reportId of reports) await showPhotosOf(ctx, reportId);
  const keys = [upload.full_key, upload.thumb_key, upload.original_key].filter(
    (key) => key !== null,
  );
  for (const key of keys) await ctx.store.remove(key);
  return { reports, objects: keys.length };
}

/**
 * Erases every picture that an organisation uploaded, with its original and what it said of itself; threads keep
 * saying that there was one. Run again, it goes over all of it once more. Throws where the store does not remove.
 */
export async function erasePhotos(ctx: AppContext, organisationId: string): Promise<Erased> {
  const told = new Set<string>();
  const sum = { uploads: 0, objects: 0 };
  for (let pass = 1, found = 1; found > 0 && pass <= MOST_PASSES; pass += 1) {
    found = 0;
    for (let after = FIRST_ID; ; ) {
      // What a run before this one erased may still have its objects, if it was killed; once over it is enough.
      const asked = { organisationId, after, limit: BATCH, erasedToo: pass === 1 };
      const page = await ctx.db.as("system", (tx) => listUploadsOf(tx, asked));
      for (const upload of page) {
        const { reports, objects } = await eraseOne(ctx, upload);
        for (const id of reports) told.add(id);
        sum.objects += objects;
      }
      found += page.length;
      const last = page.at(-1);
      if (!last) break;
      after = last.id;
    }
    sum.uploads += found;
  }
  return { ...sum, reports: told.size };
}
