import type { AppContext } from "#app/context.ts";
import type { Actor } from "#app/contracts/parties.ts";
import { notFound } from "#app/domain/errors.server.ts";
import { countPhotosUpTo, findPhoto } from "#db/queries/photos.ts";
import type { Disposition } from "#storage/object-store.ts";

/** As long as a store signs for at all. */
export const SIGNED_SECONDS = 300;

/** Without an address it is nowhere but here, because its bytes still wait for their store. */
type Signed = { address?: string; disposition: Disposition };

/** A resi may hold what no file may be called by. */
const fileNameOf = (resi: string, place: number) => `${resi.replaceAll("/", "_")}-${place}.jpg`;

/**
 * Where a photo is read for the next minutes, by somebody who may see it through a report, or saved under the
 * name of its parcel. No store is asked for it, so it is given while the store is away too.
 */
export async function signPhoto(
  ctx: AppContext,
  actor: Actor,
  code: string,
  id: string,
  { toSave }: { toSave: boolean },
): Promise<Signed> {
  const { kept, place } = await ctx.db.as(actor, async (tx) => {
    const kept = await findPhoto(tx, actor, code, id);
    return {
      kept,
      place: kept && toSave && (await countPhotosUpTo(tx, actor, kept.report_id, id)),
    };
  });
  if (!kept || kept.state === "erased") throw notFound();
  const disposition = place ? { attachment: fileNameOf(kept.resi, place) } : "inline";
  if (kept.state === "waiting") return { disposition };
  const options = { seconds: SIGNED_SECONDS, disposition } as const;
  return { address: await ctx.store.sign(kept.full_key, options), disposition };
}
