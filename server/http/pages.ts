import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { createRequestHandler } from "@remix-run/express";
import type { ServerBuild } from "@remix-run/node";
import express, { Router } from "express";
import type { RequestContext } from "#app/context.ts";
import { answerInJson } from "./json-answers.ts";

type LoadContext = (request: express.Request, response: express.Response) => RequestContext;

export type Pages = { router: Router; close(): Promise<void> };

/** The built pages, with their assets cached for good: their names change with their content. */
export async function openBuiltPages(folder: string, getLoadContext: LoadContext): Promise<Pages> {
  const build = (await import(pathToFileURL(join(folder, "server/index.js")).href)) as ServerBuild;
  const router = Router();
  const client = join(folder, "client");
  router.use(
    "/assets",
    express.static(join(client, "assets"), { immutable: true, maxAge: "1y", fallthrough: false }),
  );
  router.use(express.static(client, { maxAge: "1h", index: false }));
  router.use(answerInJson(build.routes));
  router.all("*", createRequestHandler({ build, mode: "production", getLoadContext }));
  return { router, close: async () => {} };
}

/** The same pages straight from their sources, changed in place as the sources change. */
export async function openSourcePages(getLoadContext: LoadContext): Promise<Pages> {
  const { createServer } = await import("vite");
  const vite = await createServer({ server: { middlewareMode: true } });
  // Its inner compiler would end the process at SIGTERM, before PostgreSQL is stopped.
  process.removeAllListeners("SIGTERM");
  const router = Router();
  router.use(vite.middlewares);
  const build = () => vite.ssrLoadModule("virtual:remix/server-build") as Promise<ServerBuild>;
  router.use((request, response, next) => {
    build().then(({ routes }) => answerInJson(routes)(request, response, next), next);
  });
  router.all("*", createRequestHandler({ build, mode: "development", getLoadContext }));
  return { router, close: () => vite.close() };
}
