import { type ChildProcess, spawn } from "node:child_process";
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { findFreePort } from "../support/free-port.ts";

const folder = mkdtempSync(join(tmpdir(), "pickup-demo-"));
// PostgreSQL's own user must be able to come here; a closed folder is a test of its own.
chmodSync(folder, 0o755);
const port = await findFreePort();
const origin = `http://localhost:${port}`;

type Demo = { npm: ChildProcess; output: () => string; ended: Promise<number | null> };

function startDemo(more: Record<string, string> = {}): Demo {
  const npm = spawn("npm", ["run", "demo"], {
    env: { ...process.env, PORT: String(port), DATA_DIR: folder, ...more },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const lines: string[] = [];
  npm.stdout.on("data", (chunk) => lines.push(String(chunk)));
  npm.stderr.on("data", (chunk) => lines.push(String(chunk)));
  const ended = new Promise<number | null>((resolve) => npm.once("exit", resolve));
  return { npm, output: () => lines.join(""), ended };
}

const serving = (demo: Demo) =>
  expect.poll(demo.output, { timeout: 150_000, interval: 100 }).toContain(`is on ${origin}`);

/** Pids whose command line names our folder or our demo's settings. */
function processesOf(word: string): number[] {
  return readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => {
      try {
        return readFileSync(`/proc/${pid}/cmdline`, "utf8").includes(word);
      } catch {
        return false;
      }
    });
}

const isOurs = (pid: number) => readFileSync(`/proc/${pid}/environ`, "utf8").includes(folder);

const demoPid = () => Number(readFileSync(join(folder, "demo.pid"), "utf8"));
const postgres = () => processesOf(join(folder, "postgres", "data"));

async function countReports() {
  const answer = await fetch(`${origin}/sign-in`, {
    method: "POST",
    redirect: "manual",
    headers: { origin },
    body: new URLSearchParams({ email: "ratna@everpro.example", password: "kendala-pickup" }),
  });
  expect(answer.status).toBe(302);
  const cookie = answer.headers
    .getSetCookie()
    .map((one) => one.split(";")[0])
    .join("; ");
  const page = await (
    await fetch(`${origin}/pickup-problem?tab=all`, { headers: { cookie } })
  ).text();
  return page.match(/class="report-row"/g)?.length ?? 0;
}

afterAll(() => {
  for (const pid of processesOf("cli/demo.ts").filter(isOurs)) process.kill(pid, "SIGKILL");
  for (const pid of postgres()) process.kill(pid, "SIGQUIT");
  rmSync(folder, { recursive: true, force: true });
});

describe("npm run demo", { timeout: 400_000 }, () => {
  let shown = 0;

  it("serves a working day, and leaves nothing behind when npm alone is told to end", async () => {
    const demo = startDemo();
    await serving(demo);
    shown = await countReports();
    expect(shown).toBeGreaterThan(20);
    expect(postgres()).not.toEqual([]);

    const second = startDemo();
    expect(await second.ended).not.toBe(0);
    expect(second.output()).toContain("already running");

    demo.npm.kill("SIGTERM");
    await demo.ended;
    await expect.poll(postgres, { timeout: 20_000 }).toEqual([]);
    expect(existsSync(join(folder, "demo.pid"))).toBe(false);
  });

  it("keeps its data, comes back after kill -9, and minds no half-made or dead leftovers", async () => {
    const killed = startDemo();
    await serving(killed);
    process.kill(demoPid(), "SIGKILL");
    await killed.ended;
    expect(postgres()).not.toEqual([]);

    mkdirSync(join(folder, "postgres", "data.making"), { recursive: true });
    const healed = startDemo();
    await serving(healed);
    expect(healed.output()).toContain("earlier run left behind");
    expect(await countReports()).toBe(shown);

    // Ctrl-C: the terminal tells the process, and npm tells it again.
    process.kill(demoPid(), "SIGINT");
    healed.npm.kill("SIGINT");
    await healed.ended;
    await expect.poll(postgres, { timeout: 20_000 }).toEqual([]);

    writeFileSync(join(folder, "postgres", "data", "postmaster.pid"), "999999\n");
    const after = startDemo();
    await serving(after);
    expect(after.output()).toContain("postmaster.pid");
    after.npm.kill("SIGTERM");
    await after.ended;
    await expect.poll(postgres, { timeout: 20_000 }).toEqual([]);
  });

  it("finds another place for PostgreSQL where its user may not go, and says where", async () => {
    if (process.getuid?.() !== 0) return;
    const closed = join(folder, "closed");
    mkdirSync(closed, { mode: 0o700 });
    const demo = startDemo({ DATA_DIR: join(closed, "data") });
    await expect
      .poll(demo.output, { timeout: 150_000 })
      .toMatch(/cannot reach .*closed.*, so its data is in (\S+)\./);
    const place = /data is in (\S+)\./.exec(demo.output())?.[1] ?? "";
    await expect.poll(() => processesOf(place)).not.toEqual([]);
    demo.npm.kill("SIGTERM");
    await demo.ended;
    await expect.poll(() => processesOf(place), { timeout: 20_000 }).toEqual([]);
    rmSync(place, { recursive: true });
  });

  it("says what to do where the port is taken or a setting is wrong", async () => {
    const taken = createServer();
    await new Promise<void>((done) => taken.listen(port, "127.0.0.1", done));
    const refused = startDemo();
    expect(await refused.ended).not.toBe(0);
    expect(refused.output()).toContain("PORT=3001 npm run demo");
    await new Promise((done) => taken.close(done));
    const wrong = startDemo({ DATABASE_URL: "mysql://nowhere" });
    expect(await wrong.ended).not.toBe(0);
    expect(wrong.output()).toContain("DATABASE_URL");
    expect(postgres()).toEqual([]);
  });
});
