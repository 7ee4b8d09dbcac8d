import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

function isDemo(pid: number): boolean {
  if (pid === process.pid) return false;
  try {
    return (
      readFileSync(`/proc/${pid}/cmdline`, "utf8").match(/server\/cli\/(demo|dev)\.ts/) !== null
    );
  } catch {
    return false;
  }
}

/** Two demos on one data folder would fight over its PostgreSQL. A killed one's lock counts for nothing. */
export function lockDemo(folder: string): () => void {
  mkdirSync(folder, { recursive: true });
  const file = join(folder, "demo.pid");
  try {
    const pid = Number(readFileSync(file, "utf8"));
    if (isDemo(pid))
      throw new Error(
        `A demo is already running on ${folder} (pid ${pid}). End it first, or set DATA_DIR to another folder.`,
      );
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
  }
  writeFileSync(file, String(process.pid));
  return () => rmSync(file, { force: true });
}
