import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const run = (options: string[]) => spawnSync("exiftool", options, { encoding: "utf8" });

export const hasExiftool = run(["-ver"]).status === 0;

/** Groups that only say what the file itself is. */
const OF_THE_FILE = /^(File|ExifTool|Composite|JFIF|SourceFile)/;

/** What each picture still says of its maker, by another reader than ours. */
export function listMetadata(pictures: Uint8Array[]): string[][] {
  const folder = mkdtempSync(join(tmpdir(), "pickup-exiftool-"));
  const files = pictures.map((bytes, at) => {
    const file = join(folder, `${at}.jpg`);
    writeFileSync(file, bytes);
    return file;
  });
  const told: object[] = JSON.parse(run(["-json", "-G", "-a", "-u", ...files]).stdout);
  rmSync(folder, { recursive: true });
  return told.map((tags) => Object.keys(tags).filter((name) => !OF_THE_FILE.test(name)));
}
