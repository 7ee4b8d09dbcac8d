import { type Phase, watchPhases } from "./phases.ts";
import { plantInNode } from "./plants.ts";

const { plant, ...options } = JSON.parse(process.argv[2] ?? "{}");

const phases = watchPhases();
await plantInNode(plant);
const { openNode } = await import("./open-node.ts");

// An exit would first wait for a log that nobody reads any more.
process.on("disconnect", () => process.kill(process.pid, "SIGKILL"));
process.on("message", (message: { arm: Phase } | "rss") => {
  if (message === "rss") process.send?.({ rss: process.memoryUsage().rss });
  else phases.arm(message.arm);
});
await openNode(options);
process.send?.("ready");
