import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";

/** Best first: without windows it takes a quarter less time. */
const PLACES = [
  "/usr/bin/chromium-headless-shell",
  "/usr/bin/chromium",
  "/usr/bin/google-chrome",
  "/usr/bin/chromium-browser",
];
/** The first is not in every Debian. */
const PACKAGES = ["chromium-headless-shell", "chromium"];

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
  const install = (name: string) =>
    run("apt-get", "install", "-y", "--no-install-recommends", name) && findBrowser();
  if (mayInstall && run("apt-get", "update") && PACKAGES.some(install)) return;
  if (run(process.execPath, "node_modules/@playwright/test/cli.js", "install", "chromium")) return;
  throw new Error(
    "The browser tests need Chromium: apt-get install chromium, then npm test again.",
  );
}
