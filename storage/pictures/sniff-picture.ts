import { findForeignFormat } from "./find-foreign-format.ts";
import { refusePicture } from "./picture-refusal.ts";

export type PictureFormat = "jpeg" | "png" | "webp";

/** So many bytes tell every format that is told apart here, markup included. */
export const sniffedBytes = 1024;

/** What the first bytes say, whatever the file was called. Throws for all that is not taken. */
export function sniffPicture(head: Buffer): PictureFormat {
  if (head.length === 0) throw refusePicture("picture.empty");
  const start = head.toString("latin1", 0, 12);
  if (start.startsWith("\xff\xd8\xff")) return "jpeg";
  if (start.startsWith("\x89PNG\r\n\x1a\n")) return "png";
  if (start.startsWith("RIFF") && start.endsWith("WEBP")) return "webp";
  const found = findForeignFormat(head);
  throw refusePicture(found === "heic" ? "picture.heic" : "picture.not_supported", { found });
}
