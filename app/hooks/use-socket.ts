import { useEffect, useSyncExternalStore } from "react";
import type { Socket } from "socket.io-client";
import type { ClientToServer, ServerToClient } from "../contracts/realtime.ts";

export type LiveSocket = Socket<ServerToClient, ClientToServer>;
export type SocketState = "live" | "connecting" | "offline";
export type SocketView = { socket: LiveSocket | null; state: SocketState };

/** Failed attempts in a row after which the page stops saying "connecting". */
const ATTEMPTS_TO_OFFLINE = 3;
const REFUSED_RETRY_MS = 30_000;

const BEFORE: SocketView = { socket: null, state: "connecting" };
let current: SocketView = BEFORE;
let opening = false;
let failures = 0;
const listeners = new Set<() => void>();

function show(view: Partial<SocketView>): void {
  current = { ...current, ...view };
  for (const listener of listeners) listener();
}

/** Loaded after hydration: a slow phone reads the thread before it fetches the socket's code. */
async function openSocket(): Promise<void> {
  if (opening) return;
  opening = true;
  try {
    const { io } = await import("socket.io-client");
    const socket: LiveSocket = io({
      transports: ["websocket"],
      timeout: 5_000,
      reconnectionDelay: 400,
      reconnectionDelayMax: 1_500,
    });
    listen(socket);
    show({ socket });
  } catch {
    opening = false;
    show({ state: "offline" });
  }
}

function listen(socket: LiveSocket): void {
  socket.on("connect", () => {
    failures = 0;
    show({ state: "live" });
  });
  socket.on("disconnect", (reason) => {
    show({ state: navigator.onLine ? "connecting" : "offline" });
    // The client does not come back by itself after the server closed it.
    if (reason === "io server disconnect") setTimeout(() => socket.connect(), 1_000);
  });
  socket.on("connect_error", () => {
    failures += 1;
    if (failures >= ATTEMPTS_TO_OFFLINE || !socket.active) show({ state: "offline" });
    if (!socket.active) setTimeout(() => socket.connect(), REFUSED_RETRY_MS);
  });
  window.addEventListener("offline", () => show({ state: "offline" }));
  window.addEventListener("online", () => reconnectNow(socket));
}

/** `connect` alone waits for the running back-off. */
function reconnectNow(socket: LiveSocket): void {
  show({ state: "connecting" });
  socket.disconnect().connect();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** The page's one socket, opened by the first component that asks. */
export function useSocket(): SocketView {
  useEffect(() => void openSocket(), []);
  return useSyncExternalStore(
    subscribe,
    () => current,
    () => BEFORE,
  );
}
