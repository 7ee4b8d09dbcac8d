import type { RequestHandler } from "express";
import type { Logger } from "../log.ts";
import type { Locals } from "./security.ts";

const QUIET = /^\/(assets\/|healthz|readyz|favicon)/;

/** One line a request: no query, for it may hold a resi; no body, no cookie. */
export const logRequests =
  (log: Logger): RequestHandler =>
  (request, response, next) => {
    if (QUIET.test(request.path)) return next();
    const start = performance.now();
    response.on("close", () => {
      const fields = {
        requestId: (response.locals as Locals).requestId,
        method: request.method,
        path: request.path,
        status: response.statusCode,
        ms: Math.round(performance.now() - start),
      };
      // What could not be done now is asked again; why it could not is told where it happened.
      if (response.statusCode === 503) log.warn(fields, "request");
      else if (response.statusCode >= 500) log.error(fields, "request");
      else log.info(fields, "request");
    });
    next();
  };
