import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { resolve } from "node:path";
import { ensureBrowser } from "./setup/ensure-browser.ts";

type Report = { passed: number; failed: number; skipped: number };

const RESULTS = "test-results";
/** Dozens of servers are started: what one has compiled the next need not. */
const COMPILED = resolve("node_modules/.cache/compiled");

function run(env: Record<string, string>, script: string, ...options: string[]): boolean {
  const { status } = spawnSync(process.execPath, [script, ...options], {
    stdio: "inherit",
    env: { NODE_COMPILE_CACHE: COMPILED, ...process.env, ...env },
  });
  return status === 0;
}

function readVitest(): Report {
  const file = `${RESULTS}/unit.json`;
  if (!existsSync(file)) return { passed: 0, failed: 1, skipped: 0 };
  const result = JSON.parse(readFileSync(file, "utf8"));
  return {
    passed: result.numPassedTests,
    failed: result.numFailedTests,
    skipped: result.numPendingTests,
  };
}

function readPlaywright(): Report {
  const file = `${RESULTS}/e2e.json`;
  if (!existsSync(file)) return { passed: 0, failed: 1, skipped: 0 };
  const { stats } = JSON.parse(readFileSync(file, "utf8"));
  return { passed: stats.expected + stats.flaky, failed: stats.unexpected, skipped: stats.skipped };
}

rmSync(RESULTS, { recursive: true, force: true });
mkdirSync(RESULTS);
ensureBrowser();
const unit = run(
  {},
  "node_modules/vitest/vitest.mjs",
  "run",
  "--reporter=default",
  "--reporter=json",
  `--outputFile.json=${RESULTS}/unit.json`,
);
const unitReport = readVitest();
const stories = run({ NODE_ENV: "production" }, "node_modules/@playwright/test/cli.js", "test");
const storyReport = readPlaywright();

const sum = (name: keyof Report) => unitReport[name] + storyReport[name];
const failed = sum("failed") + (unit && stories ? 0 : sum("failed") > 0 ? 0 : 1);
console.log(`${sum("passed")} passed, ${failed} failed, ${sum("skipped")} skipped`);
process.exitCode = failed === 0 ? 0 : 1;
