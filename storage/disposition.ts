import { extname } from "node:path";
import { create } from "content-disposition";
import type { Disposition } from "./object-store.ts";

const maxNameLength = 100;

/** Steps up and down in folders, what Windows forbids, and all that a reader does not see: controls, turned text. */
const hostile = /[/\\:*?"<>|%\p{C}\p{Zl}\p{Zp}]+/gu;

/** A name that every system saves under, ending like the key: a picture is never saved as a program. */
function tameName(name: string, key: string): string {
  const extension = extname(key);
  const stem = name
    .toWellFormed()
    .normalize("NFC")
    .replace(hostile, "_")
    .replace(/^[\s.]+|[\s.]+$/g, "");
  const bare = extension && stem.toLowerCase().endsWith(extension) ? extname(stem).length : 0;
  const short = [...stem.slice(0, stem.length - bare)].slice(0, maxNameLength).join("");
  return `${short || "file"}${extension}`;
}

/** The header of RFC 6266: old readers get the name in ASCII, others as it is. */
export function formatDisposition(key: string, disposition: Disposition): string {
  if (disposition === "inline") return "inline";
  const name = tameName(disposition.attachment, key);
  const plain = name.normalize("NFKD").replace(/[^\x20-\x7e]/g, "") || `file${extname(key)}`;
  return create(name, { type: "attachment", fallback: plain });
}
