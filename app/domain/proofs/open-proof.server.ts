import type { AppContext } from "#app/context.ts";
import type { Actor } from "#app/contracts/parties.ts";
import type { ProofView } from "#app/contracts/proofs.ts";
import { notFound } from "#app/domain/errors.server.ts";
import { presentPhoto } from "#app/domain/photos/present-photo.server.ts";
import { findProof, listPhotosOfProof, listProofLinks } from "#db/queries/proofs.ts";
import { presentProofLink, presentProofRow } from "./present-proof.server.ts";

/** A shared proof with every resi it is for. */
export async function openProof(ctx: AppContext, actor: Actor, id: string): Promise<ProofView> {
  return ctx.db.as(actor, async (tx) => {
    const row = await findProof(tx, actor, id);
    const links = row ? await listProofLinks(tx, actor, id) : [];
    const [first] = links;
    if (!row || !first) throw notFound();
    const photos = await listPhotosOfProof(tx, actor, first.entry_id);
    return {
      ...presentProofRow(row),
      body: row.body,
      photos: photos.map((photo) => presentPhoto(first.code, photo)),
      links: links.map(presentProofLink),
      leftOut: actor.kind === "courier" ? [] : row.left_out,
      mayDecide: actor.kind === "courier",
    };
  });
}
