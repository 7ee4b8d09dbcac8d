import { type ActionFunctionArgs, json } from "@remix-run/node";
import { ReceivePickupRequest } from "#app/contracts/pickup-requests.schema.ts";
import { receivePickupRequest } from "#app/domain/pickup/receive-pickup-request.server.ts";
import { parseOrRefuse } from "#app/http/read-form.server.ts";
import { readJson } from "#app/http/read-json.server.ts";
import { requireSecret } from "#app/http/require-secret.server.ts";
import { respond } from "#app/http/respond.server.ts";

/** The platform hands over a booked pick-up, with `authorization: Bearer <key>`. */
export const action = ({ request, context }: ActionFunctionArgs) =>
  respond(context, async () => {
    const given = request.headers.get("authorization")?.replace(/^Bearer /, "") ?? null;
    requireSecret(given, context.secrets.platformApiKey);
    const input = parseOrRefuse(ReceivePickupRequest, await readJson(request));
    const received = await receivePickupRequest(context, input);
    return json(received, { status: received.created ? 201 : 200 });
  });
