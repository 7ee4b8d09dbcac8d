import { readdirSync, readFileSync, statSync } from "node:fs";
import { join, relative, sep } from "node:path";

/** One file to post. `folder` is the first one below the corpus. */
export type Sample = { file: string; folder: string; read(): Uint8Array | Promise<Uint8Array> };

/** Every file of a folder, however deep, but for the note about it. */
export const walkCorpus = (root: string): Sample[] =>
  readdirSync(root, { recursive: true, encoding: "utf8" })
    .filter((name) => name !== "README.md")
    .map((name) => join(root, name))
    .filter((path) => statSync(path).isFile())
    .sort()
    .map((path) => {
      const file = relative(root, path);
      const [folder = "."] = file.includes(sep) ? file.split(sep) : ["."];
      return { file, folder, read: () => readFileSync(path) };
    });
