import { registerHooks } from "node:module";

/** The module that each planted fault of a node stands in for; null: it changes what there is. */
const OF_NODES: Record<string, string | null> = {
  "ack-before-commit": "#db/client.ts",
  "memory-dedupe": null,
  "no-poll": "#server/realtime/postgres-bus.ts",
  "bigserial-reader": "#server/realtime/read-log.ts",
  "no-cut": "#server/realtime/slow-readers.ts",
  "no-drain": "#server/shutdown.ts",
};

const OF_CLIENTS: Record<string, string | null> = {
  "no-gap-check": "#app/hooks/thread-state.ts",
  // Said to the screen, which owns the socket.
  "fetch-before-subscribe": null,
};

export const PLANTS = [...Object.keys(OF_NODES), ...Object.keys(OF_CLIENTS)];

/** Whoever asks for that module, by whichever name, gets the other one, which may ask for it itself. */
export function standIn(replaced: string, stand: string) {
  const real = import.meta.resolve(replaced);
  registerHooks({
    resolve(specifier, context, next) {
      const found = next(specifier, context);
      return found.url === real && context.parentURL !== stand ? next(stand, context) : found;
    },
  });
}

async function plantOf(list: typeof OF_NODES, plant: string | undefined) {
  const replaced = plant === undefined ? undefined : list[plant];
  if (replaced === undefined) return;
  const stand = new URL(`./plants/${plant}.ts`, import.meta.url).href;
  if (replaced) standIn(replaced, stand);
  else if (list === OF_NODES) await import(stand);
}

/** Before the app is loaded, so that it gets the fault for the real thing. */
export const plantInNode = (plant?: string) => plantOf(OF_NODES, plant);
export const plantInClients = (plant?: string) => plantOf(OF_CLIENTS, plant);
