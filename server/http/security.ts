import { randomBytes, randomUUID } from "node:crypto";
import type { RequestHandler } from "express";
import helmet from "helmet";

export type Locals = { nonce: string; requestId: string };

/** First of all, so that errors and refusals carry the headers too. */
export const giveRequestItsIds: RequestHandler = (_request, response, next) => {
  const locals: Locals = { nonce: randomBytes(16).toString("base64"), requestId: randomUUID() };
  Object.assign(response.locals, locals);
  response.setHeader("x-request-id", locals.requestId);
  next();
};

type Security = {
  origin: string;
  /** Where photos come from, if not from here. */
  photoOrigin: string | undefined;
  development: boolean;
};

export function securityHeaders({ origin, photoOrigin, development }: Security): RequestHandler {
  const secure = origin.startsWith("https:");
  const socket = origin.replace(/^http/, "ws");
  return helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        baseUri: ["'none'"],
        objectSrc: ["'none'"],
        frameAncestors: ["'none'"],
        formAction: ["'self'"],
        imgSrc: ["'self'", "data:", "blob:", ...(photoOrigin ? [photoOrigin] : [])],
        styleSrc: development ? ["'self'", "'unsafe-inline'"] : ["'self'"],
        scriptSrc: [
          "'self'",
          // The decoder of HEIC is WebAssembly; it allows no text to be run as script.
          "'wasm-unsafe-eval'",
          (_request, response) =>
            `'nonce-${(response as unknown as { locals: Locals }).locals.nonce}'`,
        ],
        // Safari does not take 'self' for the socket.
        connectSrc: [
          "'self'",
          socket,
          socket.replace("localhost", "127.0.0.1"),
          ...(development ? ["ws:"] : []),
        ],
        ...(secure ? { upgradeInsecureRequests: [] } : {}),
      },
    },
    strictTransportSecurity: { maxAge: 31_536_000, includeSubDomains: true },
    crossOriginEmbedderPolicy: false,
    xFrameOptions: { action: "deny" },
    referrerPolicy: { policy: "same-origin" },
  }) as RequestHandler;
}
