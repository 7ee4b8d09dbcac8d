import { io, type Socket } from "socket.io-client";
import type { ThreadNews } from "#app/contracts/realtime.ts";
import type { DeliveryReady } from "./delivery-server.ts";

const AT_ONCE = 20;

export const now = () => performance.timeOrigin + performance.now();

async function inTurns<T, R>(list: T[], work: (item: T) => Promise<R>): Promise<R[]> {
  const done: R[] = [];
  for (let at = 0; at < list.length; at += AT_ONCE)
    done.push(...(await Promise.all(list.slice(at, at + AT_ONCE).map(work))));
  return done;
}

const connect = (port: number, headers: Record<string, string> = {}) =>
  new Promise<Socket>((resolve, reject) => {
    const socket = io(`http://127.0.0.1:${port}`, {
      transports: ["websocket"],
      forceNew: true,
      extraHeaders: headers,
    });
    socket.once("connect", () => resolve(socket));
    socket.once("connect_error", reject);
  });

const closeAll = (sockets: Socket[]) => () => {
  for (const socket of sockets) socket.disconnect();
};

/** Everybody watches their thread. `heard` gets each entry's id with when it came. */
export async function openThreadEars({ port, origin, seats }: DeliveryReady) {
  const heard: { id: string; at: number }[] = [];
  const sockets = await inTurns(seats, async ({ cookie, code }) => {
    const socket = await connect(port, { cookie, origin });
    const answer = await socket.emitWithAck("report:watch", { code });
    if (!answer.ok) throw new Error(`Watching ${code}: ${answer.code}`);
    socket.on("thread:changed", ({ entryId }: ThreadNews) => {
      if (entryId) heard.push({ id: entryId, at: now() });
    });
    return socket;
  });
  return { heard, close: closeAll(sockets) };
}

/** As many before a bare socket.io server, in as many rooms. `delays` gets each broadcast's way. */
export async function openEchoEars({ echoPort, seats }: DeliveryReady) {
  const delays: number[] = [];
  const sockets = await inTurns(seats, async ({ code }) => {
    const socket = await connect(echoPort);
    await socket.emitWithAck("join", code);
    socket.on("told", ({ at }: { at: number }) => delays.push(now() - at));
    return socket;
  });
  const [mouth] = sockets;
  return {
    delays,
    post: (code: string, body: object) => void mouth?.emit("post", code, body),
    close: closeAll(sockets),
  };
}
