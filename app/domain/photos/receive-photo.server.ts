import type { AppContext } from "#app/context.ts";
import type { Actor } from "#app/contracts/parties.ts";
import type { IncomingPicture, PictureData } from "#storage/pictures/receive-picture.ts";
import { explainRefusal } from "./explain-refusal.server.ts";

/** Takes a photo in as a file, before anybody looks into it. Whoever asked for it discards it. */
export async function receivePhoto(
  ctx: AppContext,
  actor: Actor,
  data: PictureData,
): Promise<IncomingPicture> {
  try {
    return await ctx.pictures.receive(data, { sender: actor.userId });
  } catch (error) {
    const refusal = explainRefusal(error);
    // Put off for its turn it has no cause; otherwise it is the disk that has no room.
    if (refusal?.problem.kind === "unavailable" && (error as Error).cause)
      ctx.log.error({ err: error }, "no room for photos");
    throw refusal ?? error;
  }
}
