import { json, type LoaderFunctionArgs } from "@remix-run/node";
import { PhotoId } from "#app/contracts/photos.schema.ts";
import { getEvidence } from "#app/domain/photos/get-evidence.server.ts";
import { parseAddress } from "#app/http/parse-address.server.ts";
import { requireActor } from "#app/http/require-actor.server.ts";
import { respond } from "#app/http/respond.server.ts";

/** What a photo says of itself, for CS. */
export const loader = ({ request, params, context }: LoaderFunctionArgs) =>
  respond(context, async () => {
    const actor = await requireActor(request, context);
    const { code, id } = parseAddress(PhotoId, params);
    return json(await getEvidence(context, actor, code, id));
  });
