import { type Phase, watchPhases } from "./phases.ts";
import { plantInNode } from "./plants.ts";

const { plant, ...options } = JSON.parse(process.argv[2] ?? "{}");

const phases = watchPhases();
await plantInNode(plant);
const { openNode } = await import("./open-node.ts");

process.on("disconnect", () => process.exit());
process.on("message", (message: { arm: Phase } | "rss") => {
  if (message === "rss") process.send?.({ rss: process.memoryUsage().rss });
  else phases.arm(message.arm);
});
await openNode(options);
process.send?.("ready");
