/** What a photo needs before it is evidence, in a process of its own and without a room around it. */
import { createHash } from "node:crypto";
import { readFile, rm, writeFile } from "node:fs/promises";
import { setPriority, tmpdir } from "node:os";
import { join } from "node:path";
import sharp from "sharp";
import { normalisePicture } from "#storage/pictures/normalise-picture.ts";

setPriority(10);
sharp.concurrency(1);
sharp.cache(false);

const kept = join(tmpdir(), `pickup-same-work-${process.pid}`);

process.on("disconnect", () => process.exit());
process.on("message", async (file: string) => {
  const bytes = await readFile(file);
  const originalSha256 = createHash("sha256").update(bytes).digest("hex");
  await writeFile(kept, bytes);
  const picture = await normalisePicture(await readFile(kept));
  await rm(kept);
  process.send?.({ ...picture, originalSha256 });
});
process.send?.(0);
