/** What a file is by its bytes, whatever it is called. */
export type FileKind = "jpeg" | "png" | "webp" | "heic" | "picture" | "pdf" | "video" | "other";

const HEAD_BYTES = 64;
const HEIC = ["heic", "heix", "heim", "heis", "hevc", "hevx"];
const AVIF = ["avif", "avis"];
/** Pictures of either codec; which one is said among the compatible brands. */
const HEIF = ["mif1", "msf1"];

const STARTS: [start: string, kind: FileKind][] = [
  ["\xff\xd8\xff", "jpeg"],
  ["\x89PNG\r\n\x1a\n", "png"],
  ["BM", "picture"],
  ["\x1aE\xdf\xa3", "video"],
  ["\0\0\x01\xba", "video"],
  ["\0\0\x01\xb3", "video"],
];

function kindOfBoxes(head: string): FileKind {
  const size = head.charCodeAt(2) * 256 + head.charCodeAt(3);
  const brands = head.slice(8, Math.min(size, HEAD_BYTES)).match(/[\s\S]{4}/g) ?? [];
  const has = (known: string[]) => brands.some((brand) => known.includes(brand));
  const main = brands[0] ?? "";
  if (HEIC.includes(main)) return "heic";
  if (AVIF.includes(main)) return "picture";
  if (HEIF.includes(main)) return has(AVIF) ? "picture" : "heic";
  return "video";
}

export function kindOf(bytes: Uint8Array): FileKind {
  const head = String.fromCharCode(...bytes.subarray(0, HEAD_BYTES));
  if (head.slice(4, 8) === "ftyp") return kindOfBoxes(head);
  if (head.startsWith("RIFF")) {
    const form = head.slice(8, 12);
    if (form === "WEBP") return "webp";
    return form === "AVI " ? "video" : "other";
  }
  // Some scanners write a few bytes ahead of it.
  if (head.includes("%PDF-")) return "pdf";
  return STARTS.find(([start]) => head.startsWith(start))?.[1] ?? "other";
}

/** @throws where the file has gone from the device since it was chosen. */
export const sniffFile = async (file: Blob): Promise<FileKind> =>
  kindOf(new Uint8Array(await file.slice(0, HEAD_BYTES).arrayBuffer()));
