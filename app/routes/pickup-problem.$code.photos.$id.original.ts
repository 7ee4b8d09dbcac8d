import type { LoaderFunctionArgs } from "@remix-run/node";
import { PhotoId } from "#app/contracts/photos.schema.ts";
import { signOriginal } from "#app/domain/photos/sign-original.server.ts";
import { parseAddress } from "#app/http/parse-address.server.ts";
import { requireActor } from "#app/http/require-actor.server.ts";
import { respond } from "#app/http/respond.server.ts";
import { sendToOriginal } from "#app/http/send-photo.server.ts";

/** The file as it came, for CS. */
export const loader = ({ request, params, context }: LoaderFunctionArgs) =>
  respond(context, async () => {
    const actor = await requireActor(request, context);
    const { code, id } = parseAddress(PhotoId, params);
    return sendToOriginal(await signOriginal(context, actor, code, id));
  });
