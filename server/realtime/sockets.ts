import { randomUUID } from "node:crypto";
import type { Server as HttpServer } from "node:http";
import { Server } from "socket.io";
import type { Accounts, AppContext } from "#app/context.ts";
import type { Actor } from "#app/contracts/parties.ts";
import type { DomainEvent } from "#app/contracts/realtime.ts";
import { dropPresencesOf } from "#app/domain/presence/renew-presences-of.server.ts";
import { isOwnOrigin } from "../http/origin.ts";
import type { Logger } from "../log.ts";
import { fanOut, type Sockets } from "./fanout.ts";
import { attachHandlers } from "./handlers.ts";
import type { PersonSocket } from "./person-socket.ts";
import { openPresenceNews } from "./presence-news.ts";
import { startPulse } from "./pulse.ts";
import { personRoom, sessionRoom } from "./rooms.ts";
import { cutSlowReaders } from "./slow-readers.ts";

type Options = {
  server: HttpServer;
  ctx: AppContext;
  /** The same for what is only read, to be told. */
  hearing: AppContext;
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
  if (sockets.length === 0) return;
  const gone = new Set(await findGone(sockets.map((socket) => socket.data.actor)));
  for (const socket of sockets) {
    if (gone.has(socket.data.actor)) socket.disconnect(true);
  }
}

/** The row is the truth and the socket a hint: it tells, it never writes. */
export function openSockets(options: Options) {
  const { server, ctx, hearing, accounts, origin, findGone, log } = options;
  const nodeId = randomUUID();
  const io: Sockets = new Server(server, {
    transports: ["websocket"],
    serveClient: false,
    maxHttpBufferSize: 16_384,
    // Together the longest that somebody whose device fell silent is still shown as here.
    pingInterval: 10_000,
    pingTimeout: 12_000,
    allowRequest: (request, decide) => decide(null, isOwnOrigin(request.headers.origin, origin)),
  });

  io.use(async (newcomer, next) => {
    const socket = newcomer as unknown as PersonSocket;
    try {
      const actor = await accounts.findActor(socket.handshake.headers.cookie ?? null);
      if (!actor) return next(new Error("session.missing"));
      Object.assign(socket.data, { actor, watched: new Map() });
      await socket.join([sessionRoom(actor.sessionId), personRoom(actor.userId)]);
      next();
    } catch (error) {
      log.error({ err: error }, "socket handshake failed");
      next(new Error("unavailable"));
    }
  });

  async function isStanding(socket: PersonSocket) {
    try {
      return (await findGone([socket.data.actor])).length === 0;
    } catch (error) {
      log.warn({ err: error }, "session not checked");
      return false;
    }
  }
  io.on("connection", (socket) =>
    attachHandlers(socket as unknown as PersonSocket, { ctx, nodeId, log, isStanding }),
  );

  const timer = setInterval(() => {
    dropGone(io, findGone).catch((error) => log.warn({ err: error }, "sessions not rechecked"));
  }, RECHECK_MS);
  const pulse = startPulse(io, ctx, nodeId, log);
  const slow = cutSlowReaders(io, log);
  const presence = openPresenceNews(io, hearing);

  return {
    onEvents: (events: DomainEvent[]) => fanOut({ io, ctx: hearing, presence }, events),
    /** Everybody comes back and asks again for what may have been missed. */
    onGap() {
      io.disconnectSockets(true);
    },
    async close() {
      clearInterval(timer);
      slow.close();
      presence.close();
      io.disconnectSockets(true);
      await io.close();
      await pulse.close();
      await dropPresencesOf(ctx, nodeId).catch((error) =>
        log.warn({ err: error }, "presences not ended"),
      );
    },
  };
}
