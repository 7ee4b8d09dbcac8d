import {
  createContext,
  createElement,
  type ReactNode,
  useContext,
  useEffect,
  useState,
} from "react";
import type { Instant } from "../contracts/views.ts";

const TICK_MS = 10_000;
const Now = createContext<number | undefined>(undefined);

/** Ticks by the server's clock; the first render shows exactly the server's own instant. */
export function ServerClock({ serverNow, children }: { serverNow: Instant; children: ReactNode }) {
  const [now, setNow] = useState(() => Date.parse(serverNow));

  useEffect(() => {
    const offset = Date.parse(serverNow) - Date.now();
    const tick = () => setNow(Date.now() + offset);
    tick();
    const timer = setInterval(tick, TICK_MS);
    // A sleeping tab gets no timers; it must not wake up with an old countdown.
    document.addEventListener("visibilitychange", tick);
    return () => {
      clearInterval(timer);
      document.removeEventListener("visibilitychange", tick);
    };
  }, [serverNow]);

  return createElement(Now.Provider, { value: now }, children);
}

/** Server time in epoch milliseconds, renewed every ten seconds. */
export function useNow(): number {
  const now = useContext(Now);
  if (now === undefined) throw new Error("useNow needs a ServerClock above it");
  return now;
}
