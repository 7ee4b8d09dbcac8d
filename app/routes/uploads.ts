import { type ActionFunctionArgs, json } from "@remix-run/node";
import { KeptPhoto } from "#app/contracts/photos.schema.ts";
import { findUpload } from "#app/domain/photos/find-upload.server.ts";
import { keepPhotoOf } from "#app/http/keep-photos-of.server.ts";
import { readForm } from "#app/http/read-form.server.ts";
import { requireActor } from "#app/http/require-actor.server.ts";
import { respond } from "#app/http/respond.server.ts";

/** One photo at the moment it is chosen, before there is a form to send. */
export const action = ({ request, context }: ActionFunctionArgs) =>
  respond(context, async () => {
    const actor = await requireActor(request, context);
    const form = await readForm(request, keepPhotoOf(context, actor));
    const { upload } = form.parse(KeptPhoto);
    return json(await findUpload(context, actor, upload[0]), { status: 201 });
  });
