import type { AppContext } from "#app/context.ts";
import type { Actor } from "#app/contracts/parties.ts";
import { listSubjects } from "#db/queries/subjects.ts";
import type { Place } from "./distance-between.server.ts";

/** What a photo is taken for: the resi that its label should show, and where those parcels wait. */
export type Subject = { resi: string[]; place: Place | null };

/** Names nothing that the actor may not see; an unknown subject is no subject. */
export async function subjectOfUpload(
  ctx: AppContext,
  actor: Actor,
  { code = null, parcels = [] }: { code?: string | null; parcels?: string[] },
): Promise<Subject> {
  if (!code && parcels.length === 0) return { resi: [], place: null };
  const rows = await ctx.db.as(actor, (tx) => listSubjects(tx, actor, { code, parcels }));
  const placed = rows.find((row) => row.latitude !== null);
  return {
    resi: rows.map((row) => row.resi),
    place:
      placed?.latitude != null && placed.longitude !== null
        ? { latitude: placed.latitude, longitude: placed.longitude }
        : null,
  };
}
