import { json, type LoaderFunctionArgs } from "@remix-run/node";
import { ReportAddress, ThreadCursor } from "#app/contracts/threads.schema.ts";
import { entriesSince } from "#app/domain/threads/entries-since.server.ts";
import { parseAddress } from "#app/http/parse-address.server.ts";
import { requireActor } from "#app/http/require-actor.server.ts";
import { respond } from "#app/http/respond.server.ts";

export const loader = ({ request, params, context }: LoaderFunctionArgs) =>
  respond(context, async () => {
    const actor = await requireActor(request, context);
    const { code } = parseAddress(ReportAddress, params);
    const since = ThreadCursor.parse(Object.fromEntries(new URL(request.url).searchParams));
    return json(await entriesSince(context, actor, code, since));
  });
