import type { AppContext } from "#app/context.ts";
import type { IncomingPicture, PictureData } from "#storage/pictures/receive-picture.ts";
import { explainRefusal } from "./explain-refusal.server.ts";

/** Takes a photo in as a file, before anybody looks into it. Whoever asked for it discards it. */
export async function receivePhoto(ctx: AppContext, data: PictureData): Promise<IncomingPicture> {
  try {
    return await ctx.pictures.receive(data);
  } catch (error) {
    const refusal = explainRefusal(error);
    // Nobody has looked into it yet, so it is the disk that has no room.
    if (refusal?.problem.kind === "unavailable")
      ctx.log.error({ err: error }, "no room for photos");
    throw refusal ?? error;
  }
}
