import type { ActionFunctionArgs } from "@remix-run/node";
import { UploadId } from "#app/contracts/photos.schema.ts";
import { notFound } from "#app/domain/errors.server.ts";
import { forgetUpload } from "#app/domain/photos/forget-upload.server.ts";
import { parseAddress } from "#app/http/parse-address.server.ts";
import { requireActor } from "#app/http/require-actor.server.ts";
import { respond } from "#app/http/respond.server.ts";

/** Takes back a photo of one's own that is in no report. */
export const action = ({ request, params, context }: ActionFunctionArgs) =>
  respond(context, async () => {
    const actor = await requireActor(request, context);
    if (request.method !== "DELETE") throw notFound();
    await forgetUpload(context, actor, parseAddress(UploadId, params).id);
    return new Response(null, { status: 204 });
  });
