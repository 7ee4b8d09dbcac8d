/** The module of the server that each planted fault stands in for; null: it is planted elsewhere. */
export const NODE_PLANTS: Record<string, string | null> = {
  "ack-before-commit": "#db/client.ts",
  "memory-dedupe": null,
};

/** Faults of a client. */
export const CLIENT_PLANTS = ["no-gap-check", "fetch-before-subscribe"] as const;

export const PLANTS = [...Object.keys(NODE_PLANTS), ...CLIENT_PLANTS];
