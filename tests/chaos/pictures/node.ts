import { plantInNode } from "./plants.ts";

const { plant, isQuiet = false, ...options } = JSON.parse(process.argv[2] ?? "{}");
await plantInNode(plant);
const { openNode } = await import("./open-node.ts");

// An exit would first wait for a log that nobody reads any more.
process.on("disconnect", () => process.kill(process.pid, "SIGKILL"));
const { stats } = await openNode(options, plant || isQuiet ? "silent" : "error");
process.on("message", () => process.send?.({ ...stats(), rss: process.memoryUsage().rss }));
process.send?.("ready");
