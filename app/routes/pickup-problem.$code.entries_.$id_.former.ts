import { json, type LoaderFunctionArgs } from "@remix-run/node";
import { EntryAddress } from "#app/contracts/threads.schema.ts";
import { listFormerTexts } from "#app/domain/threads/list-former-texts.server.ts";
import { parseAddress } from "#app/http/parse-address.server.ts";
import { requireActor } from "#app/http/require-actor.server.ts";
import { respond } from "#app/http/respond.server.ts";

export const loader = ({ request, params, context }: LoaderFunctionArgs) =>
  respond(context, async () => {
    const actor = await requireActor(request, context);
    const { code, id } = parseAddress(EntryAddress, params);
    return json(await listFormerTexts(context, actor, code, id));
  });
