import type { ServerBuild } from "@remix-run/node";
import { type AgnosticRouteObject, matchRoutes } from "@remix-run/router";
import type { RequestHandler } from "express";

type Routes = ServerBuild["routes"];

function childrenOf(routes: Routes, parentId: string | undefined): AgnosticRouteObject[] {
  return Object.values(routes)
    .filter((route) => route?.parentId === parentId)
    .map((route) =>
      route?.index
        ? { id: route.id, path: route.path, index: true as const }
        : { id: route?.id, path: route?.path, children: childrenOf(routes, route?.id) },
    );
}

/**
 * A script that accepts JSON and no page gets the answer of the action itself. Remix gives it out to
 * a data request, and would otherwise draw the page around it.
 */
export function answerInJson(routes: Routes): RequestHandler {
  const tree = childrenOf(routes, undefined);
  return (request, _response, next) => {
    const accept = request.get("accept") ?? "";
    if (
      request.method !== "POST" ||
      !accept.includes("application/json") ||
      accept.includes("text/html")
    )
      return next();
    const id = matchRoutes(tree, request.path)?.at(-1)?.route.id;
    if (!id || !routes[id]?.module.default) return next();
    const url = new URL(request.originalUrl, "http://self");
    url.searchParams.set("_data", id);
    request.originalUrl = url.pathname + url.search;
    next();
  };
}
