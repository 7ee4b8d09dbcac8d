import { EventEmitter } from "node:events";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Ack } from "#app/contracts/realtime.ts";
import type { NewsView, ThreadView } from "#app/contracts/thread-views.ts";
import type { EntryView } from "#app/contracts/views.ts";
import { followThread } from "#app/hooks/follow-thread.ts";
import type { Answer } from "#app/hooks/read-answer.ts";
import type { LiveSocket } from "#app/hooks/use-socket.ts";
import { buildEntry } from "./build-entry.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const rest = { seen: [], present: [], hasOlder: false, floor: { everyone: 1, notes: 1 } };
const view = {
  report: { id: "r", code: "PP-1" },
  entries: [buildEntry({ seq: 1 })],
  cursor: { everyone: 1, notes: 0 },
  ...rest,
} as unknown as ThreadView;

/** A server with that many changes, which answers at most `part` of them at once. */
function openServer(part = 500) {
  const server = {
    top: 1,
    isAway: false,
    asked: [] as string[],
    async read(path: string): Promise<Answer<NewsView>> {
      server.asked.push(path);
      if (server.isAway) return { type: "unreached" };
      const from = Number(/everyone=(\d+)/.exec(path)?.[1]);
      const to = Math.min(server.top, from + part);
      const entries = Array.from({ length: to - from }, (_, n) =>
        buildEntry({ seq: from + n + 1 }),
      );
      const top = { everyone: server.top, notes: 0 };
      return {
        type: "given",
        value: { entries, cursor: { everyone: to, notes: 0 }, top, ...rest },
      };
    },
  };
  return server;
}

class FakeSocket extends EventEmitter {
  connected = true;
  readonly sent: string[] = [];
  answerTo: Ack = { ok: true };
  override emit(name: string, ...args: unknown[]): boolean {
    const ack = args.at(-1);
    if (!name.startsWith("report:")) return super.emit(name, ...args);
    this.sent.push(name);
    if (typeof ack === "function") queueMicrotask(() => ack(this.answerTo));
    return true;
  }
}

function open(server: ReturnType<typeof openServer>) {
  const socket = new FakeSocket();
  const follower = followThread({ view, read: (path) => server.read(path), onState: () => {} });
  const seqs = () => follower.state().entries.map((entry: EntryView) => entry.seq);
  return { follower, socket, line: socket as unknown as LiveSocket, seqs };
}

const settle = () => vi.advanceTimersByTimeAsync(0);

describe("following a thread", () => {
  it("subscribes first and fetches then, at the start and after each reconnect", async () => {
    const server = openServer();
    const { follower, socket, line, seqs } = open(server);
    server.top = 3;
    follower.attach(line);
    expect([socket.sent, server.asked]).toEqual([["report:watch"], []]);
    await settle();
    expect(seqs()).toEqual([1, 2, 3]);
    socket.emit("disconnect");
    server.top = 4;
    socket.emit("connect");
    await settle();
    expect(socket.sent).toEqual(["report:watch", "report:watch"]);
    expect(seqs()).toEqual([1, 2, 3, 4]);
  });

  it("asks at once where a number is missing, until nothing is, however little it is told", async () => {
    const server = openServer(2);
    const { follower, socket, line, seqs } = open(server);
    follower.attach(line);
    await settle();
    server.top = 8;
    const entry = buildEntry({ seq: 8 });
    socket.emit("thread:changed", {
      reportId: "r",
      stream: "everyone",
      rev: 8,
      entryId: entry.id,
      entry,
    });
    await settle();
    expect(seqs()).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
  });

  it("polls where no socket tells it anything, and keeps asking a server that is away", async () => {
    const server = openServer();
    const { follower, seqs } = open(server);
    follower.start();
    server.top = 2;
    server.isAway = true;
    await vi.advanceTimersByTimeAsync(10_000);
    expect(server.asked).toHaveLength(1);
    server.isAway = false;
    await vi.advanceTimersByTimeAsync(10_000);
    expect(seqs()).toEqual([1, 2]);
    follower.stop();
    const before = server.asked.length;
    await vi.advanceTimersByTimeAsync(60_000);
    expect(server.asked).toHaveLength(before);
  });

  it("polls as well where the socket is there and the report may not be watched", async () => {
    const server = openServer();
    const { follower, socket, line } = open(server);
    socket.answerTo = { ok: false, code: "rate.limited" };
    follower.attach(line);
    follower.start();
    await settle();
    const before = server.asked.length;
    await vi.advanceTimersByTimeAsync(10_000);
    expect(server.asked.length).toBeGreaterThan(before);
    follower.stop();
  });

  it("polls as well where the socket stands and its pulse is missing", async () => {
    const server = openServer();
    const { follower, line, seqs } = open(server);
    follower.attach(line);
    follower.start();
    await settle();
    server.top = 2;
    await vi.advanceTimersByTimeAsync(45_000);
    expect(seqs()).toEqual([1, 2]);
    follower.stop();
  });

  it("asks because of a pulse that knows more, and only then", async () => {
    const server = openServer();
    const { follower, socket, line, seqs } = open(server);
    follower.attach(line);
    follower.start();
    await settle();
    const pulse = { reportId: "r", stream: "everyone", rev: 1, seen: 0 };
    for (let n = 0; n < 6; n++) {
      socket.emit("thread:pulse", pulse);
      await vi.advanceTimersByTimeAsync(10_000);
    }
    expect(server.asked).toHaveLength(1);
    server.top = 2;
    socket.emit("thread:pulse", { ...pulse, rev: 2 });
    await settle();
    expect(seqs()).toEqual([1, 2]);
    follower.stop();
  });

  it("believes of who is here whatever was told last, not an answer or a page of before", async () => {
    const server = openServer();
    const { follower, socket, line } = open(server);
    const budi = { userId: "b", name: "Budi", side: "courier" as const };
    const stale = { ...view, present: [budi] } as ThreadView;
    const { read } = server;
    let answer = () => {};
    follower.attach(line);
    await settle();
    socket.emit("thread:present", { reportId: "r", present: [budi] });
    server.read = async (path) => {
      const news = await read(path);
      await new Promise<void>((resolve) => {
        answer = resolve;
      });
      return news.type === "given" ? { ...news, value: { ...news.value, present: [budi] } } : news;
    };
    follower.wake();
    await settle();
    socket.emit("thread:present", { reportId: "r", present: [] });
    answer();
    await settle();
    expect(follower.state().present).toEqual([]);
    follower.renew(stale);
    expect(follower.state().present).toEqual([]);
  });
});
