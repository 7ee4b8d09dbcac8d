import { io } from "socket.io-client";
import type { EntriesView, NewsView, ThreadView } from "#app/contracts/thread-views.ts";
import { type FollowOptions, followThread } from "#app/hooks/follow-thread.ts";
import { readAnswer } from "#app/hooks/read-answer.ts";
import type { LiveSocket } from "#app/hooks/use-socket.ts";

type Options = Partial<FollowOptions> & { origin: string; cookie: string; view: ThreadView };

const isNews = (value: unknown): value is NewsView | EntriesView =>
  typeof value === "object" && value !== null && "entries" in value;

/** Somebody's open page of a thread, without the page: the product's own follower over a real socket and real requests. */
export function openThreadClient({ origin, cookie, view, ...own }: Options) {
  const socket: LiveSocket = io(origin, {
    transports: ["websocket"],
    reconnectionDelay: 50,
    reconnectionDelayMax: 200,
    extraHeaders: { origin, cookie },
    forceNew: true,
    autoConnect: false,
  });
  const follower = followThread({
    view,
    async read(path, signal) {
      try {
        const answer = await fetch(origin + path, {
          signal,
          headers: { cookie, accept: "application/json" },
        });
        return readAnswer(answer.status, await answer.text(), isNews);
      } catch {
        return { type: "unreached" };
      }
    },
    onState: () => {},
    ...own,
  });
  const detach = follower.attach(socket);
  return {
    follower,
    socket,
    async connect() {
      const isOpen = new Promise<void>((resolve) => socket.once("connect", resolve));
      socket.connect();
      await isOpen;
    },
    close() {
      follower.stop();
      detach();
      socket.disconnect();
    },
  };
}
