import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { setTimeout as sleep } from "node:timers/promises";
import { findFreePort } from "../../support/free-port.ts";
import type { Phase } from "./dying-store.ts";
import type { StorePlace } from "./open-place.ts";

const ENTRY = new URL("./node.ts", import.meta.url);
/** A phase that never comes in this time is a kill at any time. */
const PHASE_MS = 3_000;

type Options = { databaseUrl: string; origin: string; place: StorePlace; plant?: string };

/** One web process that dies and is started again on the same port. */
export async function openMortalNode(options: Options) {
  const port = await findFreePort();
  const complaints: string[] = [];
  let child: ChildProcess | undefined;
  let exits = 0;
  let isDoomed = false;
  const whoLives = () => {
    if (!child) throw new Error("The node was never started");
    return child;
  };
  return {
    port,
    complaints,
    exits: () => exits,
    async start() {
      const born = fork(ENTRY, [JSON.stringify({ ...options, port, drainNotice: 0 })], {
        stdio: ["ignore", "pipe", "inherit", "ipc"],
        // What a picture leaves behind on its way is counted here.
        env: { ...process.env, TMPDIR: options.place.folder },
      });
      child = born;
      isDoomed = false;
      if (born.stdout)
        createInterface({ input: born.stdout }).on("line", (line) => complaints.push(line));
      const gone = once(born, "exit").then(() => {
        throw new Error("A node ended before it was ready");
      });
      await Promise.race([once(born, "message"), gone]);
      gone.catch(() => {});
      born.once("exit", () => {
        if (!isDoomed) exits += 1;
      });
    },
    async killAt(phase: Phase, afterMs: number) {
      const dying = whoLives();
      isDoomed = true;
      const gone = once(dying, "exit");
      if (phase === "any-time") await sleep(afterMs);
      else {
        dying.send({ phase });
        await Promise.race([gone, sleep(PHASE_MS, undefined, { ref: false })]);
      }
      dying.kill("SIGKILL");
      await gone;
    },
    /** As an operator ends it. */
    async stop() {
      const ending = whoLives();
      isDoomed = true;
      const gone = once(ending, "exit");
      ending.kill("SIGTERM");
      await gone;
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

export type MortalNode = Awaited<ReturnType<typeof openMortalNode>>;
