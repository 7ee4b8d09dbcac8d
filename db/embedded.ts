import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import {
  chmodSync,
  chownSync,
  existsSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { type EmbeddedHome, findEmbeddedHome } from "./embedded-home.ts";

export type EmbeddedPostgres = {
  /** Connection string of the cluster's owner. */
  url: string;
  folder: string;
  /** True where the wished folder could not be reached by PostgreSQL's user. */
  moved: boolean;
  stop(): Promise<void>;
};

type Options = {
  folder: string;
  /** Throws durability away for speed: tests only. */
  fast?: boolean;
  say: (line: string) => void;
};

// Settings of a PostgreSQL elsewhere (PGDATA, PGPORT) must not leak into this one.
const NO_ENV = {} as NodeJS.ProcessEnv;

const START_TIMEOUT_MS = 30_000;
const STOP_TIMEOUT_MS = 15_000;

/** Makes the cluster beside its place and moves it there whole, so a half-made one is never taken for real. */
function initialise(home: EmbeddedHome, data: string, password: string) {
  const making = `${data}.making`;
  rmSync(making, { recursive: true, force: true });
  const passwordFile = join(home.folder, "initial-password");
  writeFileSync(passwordFile, password, { mode: 0o600 });
  if (home.user) chownSync(passwordFile, home.user.uid, home.user.gid);
  const options = ["-D", making, "-U", "postgres", "-A", "scram-sha-256", "-E", "UTF8"];
  const run = spawnSync(
    join(home.bin, "initdb"),
    [...options, "--locale=C.UTF-8", "--no-sync", `--pwfile=${passwordFile}`],
    { ...home.user, cwd: home.folder, encoding: "utf8", env: NO_ENV },
  );
  rmSync(passwordFile);
  if (run.status !== 0) throw new Error(`initdb failed: ${run.stderr || run.error?.message}`);
  renameSync(making, data);
}

function readPassword(home: EmbeddedHome) {
  const file = join(home.folder, "password");
  if (!existsSync(file)) {
    writeFileSync(file, randomBytes(24).toString("hex"), { mode: 0o600 });
  }
  chmodSync(file, 0o600);
  return readFileSync(file, "utf8").trim();
}

function isOurPostgres(pid: number, data: string) {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, "utf8").includes(data);
  } catch {
    return false;
  }
}

/** A killed demo leaves its postgres running, a killed machine leaves only the file. */
async function clearOldPostmaster(data: string, say: Options["say"]) {
  const file = join(data, "postmaster.pid");
  if (!existsSync(file)) return;
  const pid = Number(readFileSync(file, "utf8").split("\n")[0]);
  if (!isOurPostgres(pid, data)) {
    say("Removed a postmaster.pid that no process owns.");
    rmSync(file, { force: true });
    return;
  }
  say(`Stopping a PostgreSQL that an earlier run left behind (pid ${pid}).`);
  process.kill(pid, "SIGINT");
  const end = Date.now() + STOP_TIMEOUT_MS;
  while (isOurPostgres(pid, data)) {
    if (Date.now() > end)
      throw new Error(`PostgreSQL with pid ${pid} does not stop; end it and start again.`);
    await sleep(100);
  }
}

function findFreePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => resolve(typeof address === "object" && address ? address.port : 0));
    });
  });
}

function launch(home: EmbeddedHome, data: string, port: number, fast: boolean) {
  const settings = {
    port,
    listen_addresses: "127.0.0.1",
    unix_socket_directories: "",
    max_connections: 120,
    shared_buffers: "64MB",
    log_min_messages: "warning",
    timezone: "UTC",
    ...(fast ? { fsync: "off", synchronous_commit: "off", full_page_writes: "off" } : {}),
  };
  const options = Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
  // A group of its own: Ctrl-C in the terminal must not end it before the last query is answered.
  return spawn(join(home.bin, "postgres"), ["-D", data, ...options], {
    ...home.user,
    cwd: home.folder,
    detached: true,
    stdio: ["ignore", "ignore", "pipe"],
    env: NO_ENV,
  });
}

async function waitUntilReady(child: ChildProcess, data: string, complaints: string[]) {
  const end = Date.now() + START_TIMEOUT_MS;
  for (;;) {
    if (child.exitCode !== null)
      throw new Error(`PostgreSQL did not start: ${complaints.join("").trim()}`);
    const file = join(data, "postmaster.pid");
    const state = existsSync(file) ? readFileSync(file, "utf8").split("\n")[7]?.trim() : undefined;
    if (state === "ready") return;
    if (Date.now() > end) throw new Error("PostgreSQL did not get ready in 30 seconds.");
    await sleep(50);
  }
}

async function stop(child: ChildProcess) {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise((resolve) => child.once("exit", resolve));
  child.kill("SIGINT");
  const timer = setTimeout(() => child.kill("SIGQUIT"), STOP_TIMEOUT_MS);
  await ended;
  clearTimeout(timer);
}

export async function startEmbeddedPostgres({
  folder,
  fast = false,
  say,
}: Options): Promise<EmbeddedPostgres> {
  const home = await findEmbeddedHome(folder);
  const data = join(home.folder, "data");
  const password = readPassword(home);
  if (existsSync(data)) await clearOldPostmaster(data, say);
  else initialise(home, data, password);
  const port = await findFreePort();
  const child = launch(home, data, port, fast);
  const complaints: string[] = [];
  child.stderr?.on("data", (chunk) => {
    complaints.push(String(chunk));
    if (complaints.length > 50) complaints.shift();
  });
  await waitUntilReady(child, data, complaints);
  const url = `postgres://postgres:${password}@127.0.0.1:${port}/postgres`;
  return { url, folder: home.folder, moved: home.moved, stop: () => stop(child) };
}

/** The one that runs on that folder, or its data started for a while; undefined where there is neither. */
export async function findEmbeddedPostgres(
  folder: string,
): Promise<Pick<EmbeddedPostgres, "url" | "stop"> | undefined> {
  const home = await findEmbeddedHome(folder);
  const data = join(home.folder, "data");
  if (!existsSync(data)) return undefined;
  const file = join(data, "postmaster.pid");
  const [pid, , , port] = existsSync(file) ? readFileSync(file, "utf8").split("\n") : [];
  if (!pid || !isOurPostgres(Number(pid), data))
    return startEmbeddedPostgres({ folder, say: () => {} });
  const url = `postgres://postgres:${readPassword(home)}@127.0.0.1:${port}/postgres`;
  return { url, stop: async () => {} };
}

/** Ends a PostgreSQL that was left running there, and removes its data. */
export async function removeEmbeddedPostgres(folder: string, say: Options["say"]): Promise<void> {
  const home = await findEmbeddedHome(folder);
  const data = join(home.folder, "data");
  if (existsSync(data)) await clearOldPostmaster(data, say);
  for (const name of ["data", "data.making", "password"]) {
    rmSync(join(home.folder, name), { recursive: true, force: true });
  }
}
