import { createServer as createHttpServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import type { AppContext, Clock, TrackingPull } from "#app/context.ts";
import {
  camelCaseQueriesOn,
  openPool,
  queriesOn,
  systemReadsOn,
  transactionsOn,
} from "#db/client.ts";
import { openIntake } from "#db/intake.ts";
import { findStandings, standingOf } from "#db/queries/sessions.ts";
import { newPhotoKeys } from "#storage/keys.ts";
import type { ObjectStore } from "#storage/object-store.ts";
import type { PicturePool } from "#storage/pictures/picture-pool.ts";
import { openAccounts } from "./accounts/accounts.ts";
import { openAuth } from "./accounts/auth.ts";
import { openHttp } from "./http/app.ts";
import { startInbox } from "./jobs/inbox.ts";
import { startPulls } from "./jobs/pulls.ts";
import { jobs } from "./jobs/queue.ts";
import { startSweep } from "./jobs/sweep.ts";
import { startWorker } from "./jobs/worker.ts";
import type { Logger } from "./log.ts";
import type { Bus } from "./realtime/bus.ts";
import { openPostgresBus } from "./realtime/postgres-bus.ts";
import { openSockets } from "./realtime/sockets.ts";
import type { Settings } from "./settings.ts";
import { closeInOrder } from "./shutdown.ts";

export type Deps = {
  settings: Settings;
  store: ObjectStore;
  pictures: PicturePool;
  log: Logger;
  clock?: Clock;
  /** Who to ask about a resi; null: nobody. */
  tracker?: (TrackingPull & { close(): void }) | null;
  /** How events reach every process; by PostgreSQL unless another way is handed in. */
  openBus?: typeof openPostgresBus;
  /** Folder of the build; undefined: pages straight from their sources. */
  build: string | undefined;
};

const wallClock: Clock = { now: () => new Date() };

function openPools(settings: Settings, log: Logger) {
  const url = settings.databaseUrl;
  const onError = (error: Error) => log.warn({ err: error }, "database connection lost");
  return {
    main: openPool({ url, max: settings.databasePool, onError }),
    // A delivery that cannot be kept within seconds is better sent again.
    intake: openPool({ url, max: 4, role: "app_system", statementTimeout: 4_000, onError }),
    auth: openPool({ url, max: 6, role: "app_auth", onError }),
    queue: openPool({ url, max: 6, role: "app_jobs", listens: true, onError }),
    // What is told to sockets does not stand in line behind those who write. It stands in one line, which a
    // connection that fell silent holds up for so long.
    hearing: openPool({ url, max: 3, role: "app_system", statementTimeout: 4_000, onError }),
  };
}

function startListening(server: Server, port: number, host: string) {
  return new Promise<number>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, host, () => resolve((server.address() as AddressInfo).port));
  });
}

/** Resolves when the last answer is out; kept-alive connections without a request are closed at once. */
function stopAccepting(server: Server) {
  return new Promise<void>((resolve) => {
    server.close(() => resolve());
    server.closeIdleConnections();
  });
}

/** The whole process but its settings and signals; tests open several. */
export async function createServer({
  settings,
  store,
  pictures,
  log,
  clock = wallClock,
  tracker = null,
  openBus = openPostgresBus,
  build,
}: Deps) {
  const pools = openPools(settings, log);
  const db = transactionsOn(queriesOn(pools.main));
  const reads = systemReadsOn(queriesOn(pools.hearing));
  const bus: Bus = openBus({ url: settings.databaseUrl, db: reads, log });
  const intake = openIntake(pools.intake);
  const ctx: AppContext = {
    db,
    store,
    pictures,
    newPhotoKeys,
    keepOriginalsDays: settings.keepOriginalsDays,
    events: bus,
    jobs,
    intake: {
      async keep(delivery) {
        const kept = await intake.keep(delivery);
        inbox.nudge();
        return kept;
      },
    },
    tracker,
    clock,
    log,
  };
  const inbox = startInbox(ctx, log);
  const { appSecret: secret, origin } = settings;
  const accounts = openAccounts({
    auth: openAuth({ db: camelCaseQueriesOn(pools.auth), secret, origin }),
    pool: pools.auth,
    secret,
    origin,
    // Sessions live by the wall clock, also where a test sets the clock of the business.
    clock: wallClock,
  });
  const readiness = { ready: false };
  const http = await openHttp({ ctx, accounts, settings, readiness, log, build });
  const server = createHttpServer(http.app);
  const sockets = openSockets({
    server,
    ctx,
    hearing: { ...ctx, db: reads },
    accounts,
    origin,
    findGone: async (actors) => {
      const ids = [...new Set(actors.map((actor) => actor.sessionId))];
      const standing = await findStandings(queriesOn(pools.auth), ids, wallClock.now());
      return actors.filter((actor) => !standing.has(standingOf(actor)));
    },
    log,
  });
  const line = await bus.open(sockets);
  const worker = await startWorker(ctx, pools.queue, log);
  const sweep = startSweep(ctx, inbox, log);
  const pulls = startPulls(ctx, log);

  return {
    ctx,
    accounts,
    /** @returns the port taken. */
    async listen(): Promise<number> {
      const port = await startListening(server, settings.port, settings.host);
      readiness.ready = true;
      return port;
    },
    async close() {
      readiness.ready = false;
      await sleep(settings.drainNotice);
      const requests = stopAccepting(server);
      await closeInOrder(
        [
          { name: "sockets", close: sockets.close },
          { name: "requests", close: () => requests },
          { name: "pages", close: http.close },
          { name: "tracker", close: () => tracker?.close() },
          { name: "pulls", close: pulls.close },
          { name: "sweep", close: sweep.close },
          { name: "inbox", close: inbox.close },
          { name: "jobs", close: worker.close },
          { name: "events", close: line.close },
          { name: "pictures", close: () => pictures.close() },
          { name: "store", close: () => store.close() },
          {
            name: "database",
            close: async () =>
              void (await Promise.all(Object.values(pools).map((pool) => pool.end()))),
          },
        ],
        log,
      );
    },
  };
}
