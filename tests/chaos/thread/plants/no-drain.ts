import type { onSignal as Real } from "#server/shutdown.ts";

export * from "#server/shutdown.ts";

/** Goes at the first word, whoever waits for an answer. */
export const onSignal: typeof Real = () => {
  process.on("SIGTERM", () => process.exit(0));
};
