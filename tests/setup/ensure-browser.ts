import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";

const PLACES = ["/usr/bin/chromium", "/usr/bin/google-chrome", "/usr/bin/chromium-browser"];

/** The system's browser for the stories. */
export const findBrowser = () => PLACES.find((place) => existsSync(place));

const run = (command: string, ...options: string[]) =>
  spawnSync(command, options, {
    stdio: "inherit",
    env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
  }).status === 0;

/** Debian's package where there is none and we may; else Playwright's own download, where there is a network. */
export function ensureBrowser(): void {
  if (findBrowser()) return;
  const mayInstall = process.getuid?.() === 0 && existsSync("/usr/bin/apt-get");
  if (
    mayInstall &&
    run("apt-get", "update") &&
    run("apt-get", "install", "-y", "--no-install-recommends", "chromium")
  )
    return;
  if (run(process.execPath, "node_modules/@playwright/test/cli.js", "install", "chromium")) return;
  throw new Error(
    "The browser tests need Chromium: apt-get install chromium, then npm test again.",
  );
}
