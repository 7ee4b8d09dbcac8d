import { setTimeout as sleep } from "node:timers/promises";
import { openClient } from "./client.ts";

type Options = {
  url: string;
  channel: string;
  onMessage: (payload: string) => void;
  /** The connection is back: whatever was told meanwhile was missed. */
  onReconnect: () => void;
  onError: (error: unknown) => void;
};

const HEARTBEAT_MS = 5_000;
const RETRY_MS = 1_000;

/** LISTEN on a connection of its own that comes back by itself; a half-open one is noticed by its heartbeat. */
export async function listen({ url, channel, onMessage, onReconnect, onError }: Options) {
  const stopped = new AbortController();

  async function connect() {
    const client = openClient(url);
    const lost = new Promise<void>((resolve) => {
      client.on("error", () => resolve());
      client.on("end", () => resolve());
    });
    client.on("notification", (message) => onMessage(message.payload ?? ""));
    await client.connect();
    await client.query(`listen ${channel}`);
    return { client, lost };
  }

  type Line = Awaited<ReturnType<typeof connect>>;

  async function keep({ client, lost }: Line) {
    const timer = setInterval(() => {
      const late = setTimeout(() => client.end().catch(() => {}), HEARTBEAT_MS);
      client
        .query("select 1")
        .catch(() => client.end().catch(() => {}))
        .finally(() => clearTimeout(late));
    }, HEARTBEAT_MS);
    const stop = () => void client.end().catch(() => {});
    stopped.signal.addEventListener("abort", stop, { once: true });
    await lost;
    stopped.signal.removeEventListener("abort", stop);
    clearInterval(timer);
  }

  async function keepComingBack(first: Line) {
    let line: Line | undefined = first;
    while (!stopped.signal.aborted) {
      if (line) await keep(line);
      if (stopped.signal.aborted) return;
      await sleep(RETRY_MS, undefined, { signal: stopped.signal }).catch(() => {});
      line = await connect().catch((error) => {
        onError(error);
        return undefined;
      });
      if (line) onReconnect();
    }
    await line?.client.end().catch(() => {});
  }

  const done = keepComingBack(await connect());
  return {
    async close() {
      stopped.abort();
      await done;
    },
  };
}
