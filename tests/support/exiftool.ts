import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const run = (options: string[]) => spawnSync("exiftool", options, { encoding: "utf8" });

export const hasExiftool = run(["-ver"]).status === 0;

/** Groups that only say what the file itself is. */
const OF_THE_FILE = /^(File|ExifTool|Composite|JFIF|SourceFile)/;

type Tags = Record<string, unknown>;

/** What another reader than ours finds in each picture. */
export function readTags(pictures: Uint8Array[], ...options: string[]): Tags[] {
  const folder = mkdtempSync(join(tmpdir(), "pickup-exiftool-"));
  const files = pictures.map((bytes, at) => {
    const file = join(folder, `${at}.jpg`);
    writeFileSync(file, bytes);
    return file;
  });
  const { stdout } = run(["-json", ...options, ...files]);
  rmSync(folder, { recursive: true });
  return JSON.parse(stdout);
}

/** What each picture still says of its maker. */
export const listMetadata = (pictures: Uint8Array[]): string[][] =>
  readTags(pictures, "-G", "-a", "-u").map((tags) =>
    Object.keys(tags).filter((name) => !OF_THE_FILE.test(name)),
  );
