/** A bare script that makes the same outputs in the quickest way we know, in a process of its own. */
import { readFile } from "node:fs/promises";
import { setPriority } from "node:os";
import sharp from "sharp";

// As the children that it is compared with: one picture at a time, behind everything else.
setPriority(10);
sharp.concurrency(1);
sharp.cache(false);

const within = { fit: "inside", withoutEnlargement: true } as const;
const resized = (bytes: Buffer, side: number) =>
  sharp(bytes).autoOrient().resize(side, side, within).flatten({ background: "#ffffff" });

process.on("disconnect", () => process.exit());
process.on("message", async (file: string) => {
  const bytes = await readFile(file);
  const full = await resized(bytes, 2560).jpeg({ quality: 80 }).toBuffer();
  const thumb = await resized(full, 400).jpeg({ quality: 80 }).toBuffer();
  const placeholder = await resized(thumb, 16).webp({ quality: 30 }).toBuffer();
  process.send?.(full.length + thumb.length + placeholder.length);
});
process.send?.(0);
