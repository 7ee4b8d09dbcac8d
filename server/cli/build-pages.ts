import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, globSync, readFileSync, writeFileSync } from "node:fs";
import { resolve } from "node:path";

const SOURCES = [
  "app/**/*.{ts,tsx,css,json}",
  "db/**/*.ts",
  "app/assets/*",
  "package.json",
  "*.config.{ts,js}",
];
const BUILD = "build";
const STAMP = "build/sources.sha256";

/** The pages import domain and db, so a change there is a change of the build. */
function hashSources(): string {
  const hash = createHash("sha256");
  for (const file of SOURCES.flatMap((pattern) => globSync(pattern)).sort()) {
    if (/\.(svg|png|ico|ts|tsx|css|json|js)$/.test(file))
      hash.update(file).update(readFileSync(file));
  }
  return hash.digest("hex");
}

function runBuild(): Promise<void> {
  const remix = resolve("node_modules/@remix-run/dev/dist/cli.js");
  const child = spawn(process.execPath, [remix, "vite:build"], {
    stdio: ["ignore", "pipe", "pipe"],
  });
  const output: Buffer[] = [];
  child.stdout.on("data", (chunk) => output.push(chunk));
  child.stderr.on("data", (chunk) => output.push(chunk));
  return new Promise((done, fail) => {
    child.on("error", fail);
    child.on("exit", (code) => {
      if (code === 0) done();
      else fail(new Error(`The build failed.\n${Buffer.concat(output).toString()}`));
    });
  });
}

/** Builds where the sources are others than those of the last build. @returns the folder of the build. */
export async function buildPages(say: (line: string) => void): Promise<string> {
  const sources = hashSources();
  if (!existsSync(STAMP) || readFileSync(STAMP, "utf8") !== sources) {
    say("Building the pages ...");
    await runBuild();
    writeFileSync(STAMP, sources);
  }
  return resolve(BUILD);
}
