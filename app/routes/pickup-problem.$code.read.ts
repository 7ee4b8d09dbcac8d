import { type ActionFunctionArgs, json } from "@remix-run/node";
import { MarkRead, ReportAddress } from "#app/contracts/threads.schema.ts";
import { markRead } from "#app/domain/threads/mark-read.server.ts";
import { parseAddress } from "#app/http/parse-address.server.ts";
import { readForm } from "#app/http/read-form.server.ts";
import { requireActor } from "#app/http/require-actor.server.ts";
import { respond } from "#app/http/respond.server.ts";

export const action = ({ request, params, context }: ActionFunctionArgs) =>
  respond(context, async () => {
    const actor = await requireActor(request, context);
    const { code } = parseAddress(ReportAddress, params);
    const form = await readForm(request);
    await markRead(context, actor, code, form.parse(MarkRead));
    return json({});
  });
