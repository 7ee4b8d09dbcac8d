import { once } from "node:events";
import { type AddressInfo, connect, createServer, type Socket } from "node:net";

/** Of events; the queue of jobs listens to words of its own. */
const LISTEN = "listen domain_events";

/** One connection through the tap: `here` is the one who called, `there` whom they wanted. */
export type Link = {
  /** Has sent a LISTEN: the connection by which a node hears of news. */
  isListening: boolean;
  /** What the wanted one sees of the caller. */
  portThere(): number | undefined;
  /** Forwards nothing any more and closes nothing: what a dead router does. */
  hush(): void;
  resume(): void;
  /** The caller reads nothing any more. */
  stopReading(): void;
  destroy(): void;
};

function openLink(here: Socket, there: Socket, onEnd: (link: Link) => void): Link {
  let hushed = false;
  const link: Link = {
    isListening: false,
    portThere: () => there.localPort,
    hush() {
      hushed = true;
      for (const side of [here, there]) side.unpipe().pause();
    },
    resume() {
      hushed = false;
      if (here.closed || there.closed) return link.destroy();
      here.unpipe(there).pipe(there);
      there.unpipe(here).pipe(here);
    },
    stopReading: () => void there.unpipe(here).pause(),
    destroy() {
      here.destroy();
      there.destroy();
    },
  };
  here.on("data", (chunk) => {
    if (chunk.includes(LISTEN)) link.isListening = true;
  });
  for (const side of [here, there]) {
    side.setNoDelay(true);
    side.on("error", () => {});
    side.on("close", () => {
      onEnd(link);
      if (!hushed) link.destroy();
    });
  }
  link.resume();
  return link;
}

/** A TCP line between two parties that can be cut, hushed and watched. @param target the port behind it, which may change. */
export async function openTap(target: () => number, port = 0) {
  const links = new Set<Link>();
  let silent = false;
  const server = createServer((here) => {
    const there = connect({ port: target(), host: "127.0.0.1" });
    const link = openLink(here, there, (ended) => links.delete(ended));
    links.add(link);
    if (silent) link.hush();
  });
  const listen = async (wanted: number) => {
    server.listen(wanted, "127.0.0.1");
    await once(server, "listening");
    return (server.address() as AddressInfo).port;
  };
  const own = await listen(port);
  const dropAll = () => {
    for (const link of links) link.destroy();
  };
  return {
    port: own,
    links,
    /** Nothing passes, nobody is told. */
    hush() {
      silent = true;
      for (const link of links) link.hush();
    },
    /** The callers take nothing any more, and new ones get nothing. */
    stopReading() {
      silent = true;
      for (const link of links) link.stopReading();
    },
    resume() {
      silent = false;
      for (const link of links) link.resume();
    },
    /** Every connection breaks and new ones are refused. */
    cut() {
      server.close();
      dropAll();
    },
    restore: () => listen(own),
    async close() {
      server.close();
      dropAll();
    },
  };
}

export type Tap = Awaited<ReturnType<typeof openTap>>;
