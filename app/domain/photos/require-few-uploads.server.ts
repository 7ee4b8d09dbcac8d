import type { Tx } from "#app/context.ts";
import type { Actor } from "#app/contracts/parties.ts";
import { rateLimited } from "#app/domain/errors.server.ts";
import { findReceivedAt } from "#db/queries/photos.ts";

const WINDOW_MS = 10 * 60_000;
/** Twelve full forms: more in ten minutes is a script, and this is not its disk. */
const MOST_UPLOADS = 120;

/** The device waits as long as it is told and goes on by itself. */
export async function requireFewUploads(tx: Tx, actor: Actor, now: Date): Promise<void> {
  const since = new Date(now.getTime() - WINDOW_MS);
  const first = await findReceivedAt(tx, actor, { since, fromLast: MOST_UPLOADS });
  if (!first) return;
  const seconds = Math.ceil((first.getTime() - since.getTime()) / 1_000);
  throw rateLimited(Math.max(1, seconds), "upload.too_many");
}
