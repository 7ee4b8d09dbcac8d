import { mkdtemp, readdir, rm } from "node:fs/promises";
import { hostname, tmpdir } from "node:os";
import { join } from "node:path";

// The machine's name keeps containers that share a folder apart, the start tells a container's process 1
// from the process 1 before it.
const machine = hostname().replaceAll(/[^a-zA-Z0-9]/g, "");
const started = Math.floor(performance.timeOrigin);
const name = /^pickup-pictures-([a-zA-Z0-9]*)-(\d+)-(\d+)-/;

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    // Somebody else's process lives too.
    return (error as { code?: string }).code === "EPERM";
  }
}

function isLeftOver(folder: string): boolean {
  const [, host, pid, start] = name.exec(folder) ?? [];
  if (pid === undefined || host !== machine) return false;
  return Number(pid) === process.pid ? Number(start) !== started : !isAlive(Number(pid));
}

async function sweep(parent: string): Promise<void> {
  const leftOvers = (await readdir(parent)).filter(isLeftOver);
  const options = { recursive: true, force: true };
  // Another user's leftovers stay: they are not ours to remove.
  await Promise.all(leftOvers.map((each) => rm(join(parent, each), options).catch(() => {})));
}

/** A folder that only this user can look into, for pictures on their way. What dead processes left is removed. */
export async function openPictureFolder(parent = tmpdir()): Promise<string> {
  await sweep(parent);
  return mkdtemp(join(parent, `pickup-pictures-${machine}-${process.pid}-${started}-`));
}
