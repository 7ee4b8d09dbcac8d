import { type Request, type RequestHandler, Router } from "express";
import type { AppContext, Secrets } from "#app/context.ts";
import { notFound, tooLarge } from "#app/domain/errors.server.ts";
import { receiveTracking } from "#app/domain/tracking/receive-tracking.server.ts";
import { isTrackingSource } from "#app/domain/tracking/sources/index.server.ts";
import { collect } from "#app/http/read-bytes.server.ts";
import { MAX_JSON_BYTES, parseStorable } from "#app/http/read-json.server.ts";
import { requireProof } from "#app/http/require-proof.server.ts";
import { explain, headersOf } from "#app/http/respond.server.ts";
import type { Locals } from "./security.ts";

async function receive(ctx: AppContext, secrets: Secrets, request: Request) {
  const source = request.params.source ?? "";
  if (!isTrackingSource(source)) throw notFound();
  const bytes = await collect(request, MAX_JSON_BYTES);
  if (!bytes) throw tooLarge("form.too_large");
  const header = (name: string) => request.get(name);
  requireProof(source, secrets.tracking[source], { header, body: bytes, now: ctx.clock.now() });
  const body = bytes.toString("utf8");
  parseStorable(body);
  return receiveTracking(ctx, { source, body });
}

/**
 * Deliveries of tracking. Not among the pages: a sender in a burst is worth a third of the way
 * through them (npm run bench -- intake).
 */
export function webhookRoutes(ctx: AppContext, secrets: Secrets): Router {
  const answer: RequestHandler = async (request, response) => {
    try {
      response.json({ received: true, ...(await receive(ctx, secrets, request)) });
    } catch (error) {
      const { requestId } = response.locals as Locals;
      const { problem, status } = explain({ log: ctx.log, requestId }, error);
      response.status(status).set(headersOf(problem, status)).json(problem);
    }
  };
  return Router().post("/webhooks/tracking/:source", answer);
}
