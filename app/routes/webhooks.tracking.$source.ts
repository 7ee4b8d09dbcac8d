import { type ActionFunctionArgs, json } from "@remix-run/node";
import { notFound } from "#app/domain/errors.server.ts";
import { receiveTracking } from "#app/domain/tracking/receive-tracking.server.ts";
import { isTrackingSource } from "#app/domain/tracking/sources/index.server.ts";
import { readJson } from "#app/http/read-json.server.ts";
import { requireSecret } from "#app/http/require-secret.server.ts";
import { respond } from "#app/http/respond.server.ts";

/** Header in which each source proves itself. */
const KEY_HEADERS = { everpro: "x-everpro-key", kiriminaja: "x-webhook-token" } as const;

const hasWebhook = (source: string): source is keyof typeof KEY_HEADERS =>
  isTrackingSource(source) && Object.hasOwn(KEY_HEADERS, source);

export const action = ({ request, params, context }: ActionFunctionArgs) =>
  respond(context, async () => {
    const source = params.source ?? "";
    if (!hasWebhook(source)) throw notFound();
    requireSecret(request.headers.get(KEY_HEADERS[source]), context.secrets.tracking[source]);
    const received = await receiveTracking(context, source, await readJson(request));
    return json({ received: true, ...received });
  });
