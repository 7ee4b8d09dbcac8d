import type { LoaderFunctionArgs } from "@remix-run/node";
import { PhotoAddress } from "#app/contracts/photos.schema.ts";
import { openPhoto } from "#app/domain/photos/open-photo.server.ts";
import { signPhoto } from "#app/domain/photos/sign-photo.server.ts";
import { parseAddress } from "#app/http/parse-address.server.ts";
import { requireActor } from "#app/http/require-actor.server.ts";
import { respond } from "#app/http/respond.server.ts";
import { sendPhoto, sendToPhoto } from "#app/http/send-photo.server.ts";

export const loader = ({ request, params, context }: LoaderFunctionArgs) =>
  respond(context, async () => {
    const actor = await requireActor(request, context);
    const { code, id, variant } = parseAddress(PhotoAddress, params);
    const toSave = new URL(request.url).searchParams.get("download") === "1";
    const { address, disposition } =
      variant === "full" ? await signPhoto(context, actor, code, id, { toSave }) : {};
    if (address) return sendToPhoto(address);
    return sendPhoto(request, await openPhoto(context, actor, code, id, variant), disposition);
  });
