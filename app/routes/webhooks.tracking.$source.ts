import { type ActionFunctionArgs, json } from "@remix-run/node";
import { notFound } from "#app/domain/errors.server.ts";
import { receiveTracking } from "#app/domain/tracking/receive-tracking.server.ts";
import { isTrackingSource } from "#app/domain/tracking/sources/index.server.ts";
import { parseStorable, readBody } from "#app/http/read-json.server.ts";
import { requireProof } from "#app/http/require-proof.server.ts";
import { respond } from "#app/http/respond.server.ts";

export const action = ({ request, params, context }: ActionFunctionArgs) =>
  respond(context, async () => {
    const source = params.source ?? "";
    if (!isTrackingSource(source)) throw notFound();
    const bytes = await readBody(request);
    const delivery = { headers: request.headers, body: bytes, now: context.clock.now() };
    requireProof(source, context.secrets.tracking[source], delivery);
    const body = bytes.toString("utf8");
    parseStorable(body);
    return json({ received: true, ...(await receiveTracking(context, { source, body })) });
  });
