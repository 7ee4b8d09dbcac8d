import type { Logger } from "../log.ts";
import type { Sockets } from "./fanout.ts";

const LOOK_MS = 500;
/** Bytes that one connection may leave unread; a page that is alive has none. */
const MAX_UNREAD = 512 * 1024;
/** Packets that wait in the process for a transport that takes no more. */
const MAX_WAITING = 256;
/** WebSocket's "try again later". */
const TRY_AGAIN = 1013;
const LAST_WORD_MS = 1_000;

/** What of the connection under a socket is looked at. */
type Line = {
  bufferedAmount: number;
  close(code: number, reason: string): void;
  terminate(): void;
};
type Conn = { writeBuffer: { data?: string | Buffer }[]; transport: { socket?: Line } };

/** The line takes one batch at a time; what is told meanwhile waits before it. */
const waiting = ({ writeBuffer }: Conn) =>
  writeBuffer.reduce((sum, { data }) => sum + (data?.length ?? 0), 0);

/**
 * Cuts connections whose other end stops reading: what is told to them piles up here. They come back by
 * themselves and ask for what they missed.
 */
export function cutSlowReaders(io: Sockets, log: Logger) {
  const leaving = new WeakSet<Line>();

  function cut(line: Line, unread: number) {
    if (leaving.has(line)) return;
    leaving.add(line);
    log.warn({ unread }, "slow reader cut");
    line.close(TRY_AGAIN, "too slow");
    // The last word waits behind all the others.
    setTimeout(() => line.terminate(), LAST_WORD_MS).unref();
  }

  const timer = setInterval(() => {
    for (const socket of io.sockets.sockets.values()) {
      const conn = socket.conn as unknown as Conn;
      const line = conn.transport.socket;
      if (!line) continue;
      const unread = line.bufferedAmount + waiting(conn);
      if (unread > MAX_UNREAD || conn.writeBuffer.length > MAX_WAITING) cut(line, unread);
    }
  }, LOOK_MS);
  return { close: () => clearInterval(timer) };
}
