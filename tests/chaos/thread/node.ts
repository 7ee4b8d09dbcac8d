import { registerHooks } from "node:module";
import { type Phase, watchPhases } from "./phases.ts";
import { NODE_PLANTS } from "./plants.ts";

const { plant, ...options } = JSON.parse(process.argv[2] ?? "{}");

function standIn(replaced: string, stand: string) {
  registerHooks({
    resolve: (specifier, context, next) =>
      specifier === replaced && context.parentURL !== stand
        ? next(stand, context)
        : next(specifier, context),
  });
}

const phases = watchPhases();

/** Before the app is loaded, so that it gets the fault for the real thing. */
if (plant in NODE_PLANTS) {
  const stand = new URL(`./plants/${plant}.ts`, import.meta.url).href;
  const replaced = NODE_PLANTS[plant];
  if (replaced) standIn(replaced, stand);
  else await import(stand);
}
const { openNode } = await import("./open-node.ts");

process.on("disconnect", () => process.exit());
process.on("message", (message: { arm: Phase } | "rss") => {
  if (message === "rss") process.send?.({ rss: process.memoryUsage().rss });
  else phases.arm(message.arm);
});
await openNode(options);
process.send?.("ready");
