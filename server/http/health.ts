import { Router } from "express";
import type { AppContext } from "#app/context.ts";

export type Readiness = { ready: boolean };

/** Alive: the process answers. Ready: it wants traffic and reaches what it stands on. */
export function healthRoutes(ctx: AppContext, state: Readiness) {
  const router = Router();
  router.get("/healthz", (_request, response) => {
    response.type("text").send("ok\n");
  });
  router.get("/readyz", async (_request, response) => {
    const checks = await Promise.allSettled([ctx.db.check(), ctx.store.check()]);
    const [database, store] = checks.map((check) => check.status === "fulfilled");
    // Without photos text reporting goes on, so the store alone does not take the process out.
    const ready = state.ready && database === true;
    response.status(ready ? 200 : 503).json({ ready, database, store, draining: !state.ready });
  });
  return router;
}
