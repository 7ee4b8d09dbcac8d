import type { LoaderFunctionArgs } from "@remix-run/node";
import { PhotoAddress } from "#app/contracts/photos.schema.ts";
import { openPhoto } from "#app/domain/photos/open-photo.server.ts";
import { parseAddress } from "#app/http/parse-address.server.ts";
import { requireActor } from "#app/http/require-actor.server.ts";
import { respond } from "#app/http/respond.server.ts";
import { sendPhoto } from "#app/http/send-photo.server.ts";

export const loader = ({ request, params, context }: LoaderFunctionArgs) =>
  respond(context, async () => {
    const actor = await requireActor(request, context);
    const { code, id, variant } = parseAddress(PhotoAddress, params);
    return sendPhoto(request, await openPhoto(context, actor, code, id, variant));
  });
