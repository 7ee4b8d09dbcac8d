import compression from "compression";
import express, { type ErrorRequestHandler } from "express";
import onHeaders from "on-headers";
import type { Accounts, AppContext } from "#app/context.ts";
import type { Logger } from "../log.ts";
import type { Settings } from "../settings.ts";
import { healthRoutes, type Readiness } from "./health.ts";
import { objectRoutes } from "./objects.ts";
import { refuseForeignOrigin, refuseOddRequests } from "./origin.ts";
import { openBuiltPages, openSourcePages } from "./pages.ts";
import { buildRequestContext } from "./request-context.ts";
import { logRequests } from "./request-log.ts";
import { giveRequestItsIds, securityHeaders } from "./security.ts";
import { webhookRoutes } from "./webhooks.ts";

type Options = {
  ctx: AppContext;
  accounts: Accounts;
  settings: Settings;
  readiness: Readiness;
  log: Logger;
  /** Folder of the build; undefined: pages come from their sources (development). */
  build: string | undefined;
};

const lastResort =
  (log: Logger): ErrorRequestHandler =>
  (error, _request, response, next) => {
    log.error(
      { err: error, requestId: response.locals.requestId },
      "request failed outside the pages",
    );
    if (response.headersSent) return next(error);
    const status = typeof error?.status === "number" && error.status < 500 ? error.status : 500;
    response
      .status(status)
      .type("text")
      .send(
        status === 500
          ? "Terjadi kesalahan. Data Anda tetap tersimpan.\n"
          : "Permintaan tidak dikenali.\n",
      );
  };

export async function openHttp({ ctx, accounts, settings, readiness, log, build }: Options) {
  const app = express();
  app.disable("x-powered-by");
  app.set("trust proxy", settings.trustProxy);
  const { publicOrigin: photoOrigin } = ctx.store;
  app.use(
    giveRequestItsIds,
    securityHeaders({ origin: settings.origin, photoOrigin, development: build === undefined }),
    logRequests(log),
  );
  // Whoever keeps a connection open finds another process before this one is gone.
  app.use((_request, response, next) => {
    if (!readiness.ready) response.setHeader("connection", "close");
    next();
  });
  app.use(healthRoutes(ctx, readiness));
  app.use(webhookRoutes(ctx, settings.secrets));
  app.use(objectRoutes(ctx.store, log));
  app.use(refuseForeignOrigin(settings.origin), refuseOddRequests);
  app.use(compression());
  // Whatever does not say otherwise is somebody's own page. Said last: pages add to a header and do not replace it.
  app.use((_request, response, next) => {
    onHeaders(response, () => {
      if (!response.hasHeader("cache-control"))
        response.setHeader("cache-control", "private, no-store");
    });
    next();
  });
  const getLoadContext = (request: express.Request, response: express.Response) =>
    buildRequestContext(ctx, accounts, settings, request, response);
  const pages = build
    ? await openBuiltPages(build, getLoadContext)
    : await openSourcePages(getLoadContext);
  app.use(pages.router);
  app.use(lastResort(log));
  return { app, close: pages.close };
}
