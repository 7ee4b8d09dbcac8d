import type { LoaderFunctionArgs } from "@remix-run/node";
import { UploadAddress } from "#app/contracts/photos.schema.ts";
import { openUpload } from "#app/domain/photos/open-photo.server.ts";
import { parseAddress } from "#app/http/parse-address.server.ts";
import { requireActor } from "#app/http/require-actor.server.ts";
import { respond } from "#app/http/respond.server.ts";
import { sendPhoto } from "#app/http/send-photo.server.ts";

/** From here and not from the store, whose address no script may read: the page covers what the photo shows. */
export const loader = ({ request, params, context }: LoaderFunctionArgs) =>
  respond(context, async () => {
    const actor = await requireActor(request, context);
    const { id, variant } = parseAddress(UploadAddress, params);
    return sendPhoto(request, await openUpload(context, actor, id, variant));
  });
