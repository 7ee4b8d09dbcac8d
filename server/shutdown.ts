import type { Logger } from "./log.ts";

type Step = { name: string; close: () => Promise<void> | void };

const STEP_MS = 10_000;

/** Closes in the order given; one that hangs is passed over after ten seconds and said. */
export async function closeInOrder(steps: Step[], log: Logger) {
  for (const { name, close } of steps) {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(new Error(`${name} took too long`)), STEP_MS);
    });
    try {
      await Promise.race([close(), late]);
    } catch (error) {
      log.warn({ err: error, step: name }, "not closed in order");
    } finally {
      clearTimeout(timer);
    }
  }
}

/**
 * Runs once at the first SIGTERM or SIGINT. Further ones change nothing: Ctrl-C reaches a process both from
 * its terminal and from npm, and each step of the closing is bounded by itself.
 */
export function onSignal(close: () => Promise<void>, log: Logger) {
  let closing = false;
  const stop = async (signal: NodeJS.Signals) => {
    if (closing) return;
    closing = true;
    log.info({ signal }, "closing");
    await close();
    process.exit(0);
  };
  process.on("SIGTERM", stop);
  process.on("SIGINT", stop);
}
