import type { RequestHandler } from "express";

const SAFE = new Set(["GET", "HEAD", "OPTIONS"]);

/** Scripts of the platform send no Origin and no cookie; a browser always sends one with a POST. */
const isDoorForScripts = (path: string) =>
  path.startsWith("/api/") || path.startsWith("/webhooks/");

export const isOwnOrigin = (given: string | undefined, own: string) => {
  if (given === undefined) return false;
  if (given === own) return true;
  // A demo on loopback is the same place under both of its names.
  return own.startsWith("http://localhost:") && given === own.replace("localhost", "127.0.0.1");
};

/** A foreign page can neither post here nor be told why in detail. */
export const refuseForeignOrigin =
  (own: string): RequestHandler =>
  (request, response, next) => {
    const given = request.get("origin");
    const fine =
      given === undefined
        ? isDoorForScripts(request.path) || sameSite(request.get("sec-fetch-site"))
        : isOwnOrigin(given, own);
    if (SAFE.has(request.method) || fine) return next();
    response
      .status(403)
      .type("json")
      .send({ kind: "forbidden", code: "origin.foreign", params: {}, fields: {} });
  };

const sameSite = (site: string | undefined) => site === "same-origin" || site === "none";

const METHODS = new Set(["GET", "HEAD", "POST", "DELETE", "OPTIONS"]);

/** What no address can be made of, and methods that nothing here has, are refused before a page is asked. */
export const refuseOddRequests: RequestHandler = (request, response, next) => {
  if (!URL.canParse(`http://${request.get("host")}${request.originalUrl}`))
    return void response.status(400).end();
  if (!METHODS.has(request.method)) return void response.status(405).end();
  next();
};
