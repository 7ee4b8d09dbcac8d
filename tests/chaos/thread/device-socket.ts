import { io } from "socket.io-client";
import type { ServerToClient } from "#app/contracts/realtime.ts";
import type { LiveSocket } from "#app/hooks/use-socket.ts";

type Options = {
  cookie: string;
  origin: string;
  /** Ports of the nodes, the liked one first. */
  ports: number[];
};

/** The page's socket. It goes to the next node when the one it has is gone, as through a balancer. */
export function openDeviceSocket({ cookie, origin, ports }: Options): LiveSocket {
  let at = 0;
  const addressOf = (turn: number) => `http://127.0.0.1:${ports[turn % ports.length]}`;
  const socket: LiveSocket = io(addressOf(0), {
    transports: ["websocket"],
    forceNew: true,
    timeout: 5_000,
    reconnectionDelay: 400,
    reconnectionDelayMax: 1_500,
    extraHeaders: { cookie, origin },
  });
  const goOn = () => {
    at += 1;
    (socket.io as unknown as { uri: string }).uri = addressOf(at);
  };
  const comeBack = () => setTimeout(() => socket.connect(), 1_000).unref();
  socket.on("connect_error", () => {
    goOn();
    if (!socket.active) comeBack();
  });
  socket.on("disconnect", (reason) => {
    if (reason === "io client disconnect") return;
    goOn();
    if (reason === "io server disconnect") comeBack();
  });
  return socket;
}

type Changed = ServerToClient["thread:changed"];
type Emit = (name: string, message: unknown, ack: (answer: { ok: true }) => void) => LiveSocket;

const SUBSCRIBE_LATER_MS = 500;

/** Passes on everything but every so manieth news, which a node may fail to tell. */
export function losingNews(socket: LiveSocket, each: number): LiveSocket {
  let count = Math.floor(Math.random() * each);
  const heard = new Map<unknown, unknown>();
  const on = (name: string, listener: (...given: never[]) => void) => {
    const losing: Changed = (news) => {
      count += 1;
      if (count % each !== 0) (listener as Changed)(news);
    };
    const ear = name === "thread:changed" ? losing : listener;
    heard.set(listener, ear);
    return socket.on(name as never, ear as never);
  };
  const off = (name: string, listener: unknown) =>
    socket.off(name as never, heard.get(listener) as never);
  return overriding(socket, { on, off });
}

/** Says that it is subscribed and is so only later: what falls in between is told to nobody. */
export function subscribingLate(socket: LiveSocket): LiveSocket {
  const emit: Emit = (name, message, ack) => {
    const really = () => (socket.emit as unknown as Emit)(name, message, () => {});
    if (name !== "report:watch") return really();
    ack({ ok: true });
    setTimeout(really, SUBSCRIBE_LATER_MS);
    return socket;
  };
  return overriding(socket, { emit });
}

const overriding = (socket: LiveSocket, own: object): LiveSocket =>
  new Proxy(socket, {
    get(target, name) {
      const value = name in own ? own[name as keyof typeof own] : target[name as never];
      return typeof value === "function" ? (value as () => unknown).bind(target) : value;
    },
  });
