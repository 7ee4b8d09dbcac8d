import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { setTimeout as sleep } from "node:timers/promises";
import { findFreePort } from "../../support/free-port.ts";
import type { NodeOptions } from "./open-node.ts";
import type { Phase } from "./phases.ts";

const ENTRY = new URL("./node.ts", import.meta.url);
const START_MS = 60_000;
/** A phase that never comes in this time is a kill at any time. */
const PHASE_MS = 4_000;

type Options = NodeOptions & { plant?: string };
type Book = { complaints: string[]; exits: number };

async function untilReady(child: ChildProcess) {
  const ready = new Promise<void>((resolve, reject) => {
    child.on("message", (message) => message === "ready" && resolve());
    child.once("exit", (code) => reject(new Error(`A node ended by itself with ${code}`)));
  });
  const late = sleep(START_MS, undefined, { ref: false }).then(() => {
    throw new Error(`A node was not ready in ${START_MS / 1000} s`);
  });
  await Promise.race([ready, late]);
}

/** One place for a web process, which dies and is started again on the same port. */
function openNode(options: Options, book: Book) {
  let child: ChildProcess | undefined;
  let isDoomed = false;
  const whoLives = () => {
    if (!child) throw new Error("The node was never started");
    return child;
  };
  return {
    port: options.port,
    async start() {
      const born = fork(ENTRY, [JSON.stringify(options)], {
        stdio: ["ignore", "pipe", "inherit", "ipc"],
      });
      child = born;
      isDoomed = false;
      born.once("exit", () => {
        if (!isDoomed) book.exits += 1;
      });
      if (born.stdout)
        createInterface({ input: born.stdout }).on("line", (line) => book.complaints.push(line));
      await untilReady(born);
    },
    /** Lets the node die in that phase of the next message, or now where none comes. */
    async killAt(phase: Phase, drainMs = 0) {
      const dying = whoLives();
      isDoomed = true;
      const gone = once(dying, "exit");
      if (phase === "drain") {
        dying.kill("SIGTERM");
        await sleep(drainMs);
      } else {
        dying.send({ arm: phase });
        await Promise.race([gone, sleep(PHASE_MS, undefined, { ref: false })]);
      }
      dying.kill("SIGKILL");
      await gone;
    },
    /** @returns how long it took to close by itself. */
    async stop(): Promise<number> {
      const ending = whoLives();
      isDoomed = true;
      const begin = performance.now();
      const gone = once(ending, "exit");
      ending.kill("SIGTERM");
      await gone;
      return performance.now() - begin;
    },
    async readRss(): Promise<number> {
      const asked = whoLives();
      const answer = once(asked, "message");
      asked.send("rss");
      const [message] = await answer;
      return (message as { rss: number }).rss;
    },
    async kill() {
      isDoomed = true;
      if (!child || child.exitCode !== null || child.signalCode !== null) return;
      const gone = once(child, "exit");
      child.kill("SIGKILL");
      await gone;
    },
  };
}

export type WebNode = ReturnType<typeof openNode>;

type FleetOptions = Omit<Options, "port"> & { size: number };

export async function openFleet({ size, ...common }: FleetOptions) {
  const book: Book = { complaints: [], exits: 0 };
  const nodes: WebNode[] = [];
  for (let n = 0; n < size; n += 1)
    nodes.push(openNode({ ...common, port: await findFreePort() }, book));
  return {
    nodes,
    /** What the nodes logged as a warning or worse, and how often one ended by itself. */
    book,
    startAll: () => Promise.all(nodes.map((node) => node.start())),
    killAll: () => Promise.all(nodes.map((node) => node.kill())),
  };
}
