import type { LabelReading } from "#app/contracts/photos.ts";

/** Letters and digits, as scanners and people write them: "idx-0012 34" is "IDX001234". */
const plain = (text: string) => text.toUpperCase().replace(/[^A-Z0-9]/g, "");

/** As long as the shortest and longest resi that is known, with a digit; a web address or a short number is none. */
const looksLikeResi = (text: string) =>
  /^(?=.*\d)[A-Z0-9]{8,30}$/.test(plain(text)) && !/[:/?]/.test(text);

/**
 * What the codes read in a photo say about the resi that it is for. A parcel carries other codes too, so one that
 * matches is enough.
 * @param codes null: nobody looked.
 */
export function readLabel(codes: string[] | null, wanted: string[]): LabelReading | null {
  if (codes === null || wanted.length === 0) return null;
  const known = new Set(wanted.map(plain));
  const found = codes.find((code) => known.has(plain(code)));
  if (found !== undefined) return { state: "matches", read: found };
  const other = codes.find(looksLikeResi);
  return other === undefined
    ? { state: "unreadable", read: null }
    : { state: "differs", read: other.slice(0, 60) };
}
