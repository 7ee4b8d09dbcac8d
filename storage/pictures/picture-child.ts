/** The process that decodes: one picture at a time, nothing else, and it may be killed at any moment. */
import { readFile } from "node:fs/promises";
import { setPriority } from "node:os";
import sharp from "sharp";
import { normalisePicture } from "./normalise-picture.ts";
import { isPictureRefusal } from "./picture-refusal.ts";
import { type ChildAnswer, type ChildRequest, outOfTime } from "./picture-worker.ts";
import { readLabels } from "./read-labels.ts";

const [memoryBound = 0, niceness = 0, processorBoundMs = 0] = process.argv.slice(2).map(Number);
const checkMs = 50;

setPriority(niceness);
sharp.concurrency(1);
sharp.cache(false);
sharp.block({ operation: ["VipsForeignLoad"] });
sharp.unblock({
  operation: ["VipsForeignLoadJpegBuffer", "VipsForeignLoadPngBuffer", "VipsForeignLoadWebpBuffer"],
});

process.on("disconnect", () => dieAtOnce());
// A supervisor tells every process of the service to stop: the parent takes its time for the picture in hand, and ends
// this one when it has its answer. Dying here would call a good photo damaged.
for (const signal of ["SIGTERM", "SIGINT", "SIGHUP"] as const) process.on(signal, () => {});
process.on("message", async (request: ChildRequest) => {
  const before = process.cpuUsage();
  const watch = setInterval(() => stayWithinBounds(before), checkMs);
  const answer = await answerTo(request);
  clearInterval(watch);
  send(answer);
});
send({ kind: "ready" });

async function answerTo({ task, file }: ChildRequest): Promise<ChildAnswer> {
  try {
    const bytes = await readFile(file);
    const result = await (task === "labels" ? readLabels(bytes) : normalisePicture(bytes));
    return { kind: "done", result, rss: process.memoryUsage.rss() };
  } catch (error) {
    const code = isPictureRefusal(error) ? error.code : "picture.damaged";
    const reason = String(error instanceof Error ? (error.cause ?? error) : error).slice(0, 300);
    return { kind: "refusal", code, reason, rss: process.memoryUsage.rss() };
  }
}

function send(answer: ChildAnswer): void {
  process.send?.(answer);
}

// Decoding runs on another thread, so this timer fires meanwhile. Limits from outside do not fit:
// V8 reserves 1.2 GB of addresses and 550 MB of "data" before the first picture.
function stayWithinBounds(before: NodeJS.CpuUsage): void {
  if (process.memoryUsage.rss() > memoryBound) dieAtOnce();
  const { user, system } = process.cpuUsage(before);
  if ((user + system) / 1_000 > processorBoundMs) dieAtOnce(outOfTime);
}

// `process.exit` would wait for the decoding thread.
function dieAtOnce(signal: NodeJS.Signals = "SIGKILL"): void {
  process.kill(process.pid, signal);
}
