import { json, type LoaderFunctionArgs } from "@remix-run/node";
import { EntriesQuery, ReportAddress } from "#app/contracts/threads.schema.ts";
import { entriesBefore } from "#app/domain/threads/entries-before.server.ts";
import { entriesSince } from "#app/domain/threads/entries-since.server.ts";
import { parseAddress } from "#app/http/parse-address.server.ts";
import { requireActor } from "#app/http/require-actor.server.ts";
import { respond } from "#app/http/respond.server.ts";

export const loader = ({ request, params, context }: LoaderFunctionArgs) =>
  respond(context, async () => {
    const actor = await requireActor(request, context);
    const { code } = parseAddress(ReportAddress, params);
    const query = Object.fromEntries(new URL(request.url).searchParams);
    const { older, ...cursor } = EntriesQuery.parse(query);
    const ask = older ? entriesBefore : entriesSince;
    return json(await ask(context, actor, code, cursor));
  });
