import type { Server as HttpServer } from "node:http";
import { Server } from "socket.io";
import type { Accounts, AppContext } from "#app/context.ts";
import type { Actor } from "#app/contracts/parties.ts";
import { isOwnOrigin } from "../http/origin.ts";
import type { Logger } from "../log.ts";
import { readEvent } from "./events.ts";
import { fanOut, type Sockets } from "./fanout.ts";
import { attachHandlers, type PersonSocket } from "./handlers.ts";
import { sessionRoom } from "./rooms.ts";

type Options = {
  server: HttpServer;
  ctx: AppContext;
  accounts: Accounts;
  origin: string;
  /** Those whose session or membership is not what it was. */
  findGone: (actors: Actor[]) => Promise<Actor[]>;
  log: Logger;
};

/** A revocation whose notice was lost is found after this time. */
const RECHECK_MS = 30_000;

async function dropGone(io: Sockets, findGone: Options["findGone"]) {
  const sockets = [...io.sockets.sockets.values()] as unknown as PersonSocket[];
  const gone = new Set(await findGone(sockets.map((socket) => socket.data.actor)));
  for (const socket of sockets) {
    if (gone.has(socket.data.actor)) socket.disconnect(true);
  }
}

/** The row is the truth and the socket a hint: it tells, it never writes. */
export function openSockets({ server, ctx, accounts, origin, findGone, log }: Options) {
  const io: Sockets = new Server(server, {
    transports: ["websocket"],
    serveClient: false,
    maxHttpBufferSize: 16_384,
    pingInterval: 15_000,
    pingTimeout: 20_000,
    allowRequest: (request, decide) => decide(null, isOwnOrigin(request.headers.origin, origin)),
  });

  io.use(async (socket, next) => {
    try {
      const actor = await accounts.findActor(socket.handshake.headers.cookie ?? null);
      if (!actor) return next(new Error("session.missing"));
      (socket as unknown as PersonSocket).data.actor = actor;
      await socket.join(sessionRoom(actor.sessionId));
      next();
    } catch (error) {
      log.error({ err: error }, "socket handshake failed");
      next(new Error("unavailable"));
    }
  });
  io.on("connection", (socket) => attachHandlers(ctx, log, socket as unknown as PersonSocket));

  const timer = setInterval(() => {
    dropGone(io, findGone).catch((error) => log.warn({ err: error }, "sessions not rechecked"));
  }, RECHECK_MS);

  return {
    io,
    async tell(payload: string) {
      try {
        await fanOut(io, ctx, readEvent(payload));
      } catch (error) {
        log.error({ err: error, payload }, "event not told");
      }
    },
    /** Everybody asks again for what may have been missed. */
    tellAllToReconnect() {
      io.disconnectSockets(true);
    },
    async close() {
      clearInterval(timer);
      io.disconnectSockets(true);
      await io.close();
    },
  };
}
