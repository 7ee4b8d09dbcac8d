import { createHmac, randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** Secrets of a demo, all from one that is made at its first start: sessions outlive a restart. */
export function openDemoSecrets(folder: string): (name: string) => string {
  mkdirSync(folder, { recursive: true });
  const file = join(folder, "secret");
  if (!existsSync(file)) writeFileSync(file, randomBytes(32).toString("hex"), { mode: 0o600 });
  const root = readFileSync(file, "utf8").trim();
  return (name) => createHmac("sha256", root).update(name).digest("hex").slice(0, 40);
}
