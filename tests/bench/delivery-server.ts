import { randomUUID } from "node:crypto";
import { createServer as createHttpServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { createRequestHandler } from "@remix-run/express";
import { json, type ServerBuild } from "@remix-run/node";
import express from "express";
import pg from "pg";
import { Server as SocketServer } from "socket.io";
import { postMessage } from "#app/domain/threads/post-message.server.ts";
import { buildPages } from "#server/cli/build-pages.ts";
import { openCluster } from "../chaos/thread/cluster.ts";
import { openNode } from "../chaos/thread/open-node.ts";
import { openScene, type Seat } from "../chaos/thread/scene.ts";
import { findFreePort } from "../support/free-port.ts";

export type DeliveryReady = {
  origin: string;
  port: number;
  /** A bare socket.io server, which takes `join` and tells whatever is posted to it. */
  echoPort: number;
  /** A bare Remix action with the same transaction. */
  barePort: number;
  seats: { cookie: string; code: string }[];
};

/** What a message was when its transaction had ended, in milliseconds of the wall clock. */
export type Committed = { id: string; at: number; commitMs: number }[];

const ROUTE = "routes/pickup-problem.$code.messages";
const now = () => performance.timeOrigin + performance.now();

type Query = (...given: unknown[]) => Promise<{ rows: { id?: string }[] }>;

/** Notes for each entry when this process was told that it is committed. */
function watchCommits(): Committed {
  const committed: Committed = [];
  const client = pg.Client.prototype as unknown as { query: Query };
  const { query } = client;
  const written = new WeakMap<object, string>();
  client.query = async function (this: object, ...given) {
    const text = String(given[0]);
    const begin = now();
    const answer = await query.apply(this, given);
    if (text.startsWith('insert into "entries"')) written.set(this, answer.rows[0]?.id ?? "");
    const id = written.get(this);
    if (text !== "commit" || id === undefined) return answer;
    written.delete(this);
    committed.push({ id, at: now(), commitMs: now() - begin });
    return answer;
  };
  return committed;
}

async function listen(server: Server): Promise<number> {
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  return (server.address() as AddressInfo).port;
}

/** Rooms and broadcasts of what comes in, and nothing else. */
function serveEcho(): Promise<number> {
  const server = createHttpServer();
  const io = new SocketServer(server, { transports: ["websocket"], serveClient: false });
  io.on("connection", (socket) => {
    socket.on("join", async (room: string, ack: () => void) => {
      await socket.join(room);
      ack();
    });
    socket.on("post", (room: string, body: object) => {
      io.to(room).emit("told", { ...body, at: now() });
    });
  });
  return listen(server);
}

type Scene = Awaited<ReturnType<typeof openScene>>;

/** Remix with that action alone: nobody is asked who they are, no form is read, nothing is guarded. */
async function serveBare({ ctx }: Scene, seats: Seat[]): Promise<number> {
  const build = (await import(pathToFileURL(resolve("build/server/index.js")).href)) as ServerBuild;
  const routes = { ...build.routes };
  const route = routes[ROUTE];
  if (!route) throw new Error("There is no route for messages");
  let turn = 0;
  const action = async () => {
    turn += 1;
    const { actor, code } = seats[turn % seats.length] as Seat;
    const input = { clientId: randomUUID(), body: "Pesan untuk mengukur laju", upload: [] };
    return json(await postMessage(ctx, actor, code, input), { status: 201 });
  };
  routes[ROUTE] = { ...route, module: { ...route.module, action } };
  const app = express();
  const getLoadContext = () => ({ nonce: "bare" }) as never;
  app.all(
    "*",
    createRequestHandler({ build: { ...build, routes }, mode: "production", getLoadContext }),
  );
  return listen(createHttpServer(app));
}

const committed = watchCommits();
await buildPages(() => {});
const [people, clusterUrl] = [Number(process.argv[2] ?? 500), process.argv[3]];
const cluster = clusterUrl ? undefined : await openCluster(() => {});
const scene = await openScene({
  clusterUrl: clusterUrl ?? cluster?.url ?? "",
  threads: Math.ceil(people / 10),
  people: 10,
});
const port = await findFreePort();
const origin = `http://localhost:${port}`;
await openNode({ databaseUrl: scene.database.url, port, origin });
const ready: DeliveryReady = {
  origin,
  port,
  echoPort: await serveEcho(),
  barePort: await serveBare(scene, scene.seats),
  seats: scene.seats.map(({ cookie, code }) => ({ cookie, code })),
};
process.send?.(ready);

process.on("message", async (message) => {
  if (message === "commits") return void process.send?.(committed.splice(0));
  await scene.pool.end();
  await cluster?.close();
  process.exit(0);
});
