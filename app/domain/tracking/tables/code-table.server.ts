import type { Meaning } from "#app/contracts/stages.ts";

export type TextRule = { pattern: RegExp; meaning: Meaning };

/** What the codes and texts of one sender mean, as data. */
export type CodeTable = {
  vocabulary: string;
  /** Year, month and number of the list; a changed meaning is a new version. */
  version: string;
  /** First moment of the version on the clock of Jakarta; the oldest has none. */
  validFrom?: string;
  /** By plain code. */
  codes: Readonly<Record<string, Meaning>>;
  /** The first that fits counts. */
  texts: readonly TextRule[];
  /** Plain codes that cover too much: their text is asked first. */
  textFirst?: readonly string[];
  /** Its rows quote couriers, whose texts are asked where its own say nothing. */
  quotesCouriers?: boolean;
};

/** FAILED PICKUP, Failed_Pickup and FAILEDPICKUP are one code. */
export function plainCode(code: string): string {
  const raw = code.trim().toUpperCase();
  return raw.replace(/[^\p{L}\p{N}]/gu, "") || raw;
}

const INNERMOST_BRACKETS = /\[[^[\]]*\]|\([^()]*\)|【[^【】]*】/g;
const NAME_AFTER_COLON =
  /\b(OLEH|BY|PENERIMA|PENGIRIM|RECEIVER|CONTACT|KURIR|DRIVER|SPRINTER)\s*:[^,;|]*/g;

/** The text without what differs from parcel to parcel: brackets, names, numbers and marks. */
export function plainText(text: string): string {
  let rest = text.toUpperCase();
  for (let before = ""; before !== rest; ) {
    before = rest;
    rest = rest.replace(INNERMOST_BRACKETS, " ");
  }
  return rest
    .replace(NAME_AFTER_COLON, "$1 ")
    .replace(/[^\p{L}]+/gu, " ")
    .trim();
}

export const byPlainCode = (codes: Record<string, Meaning>): Record<string, Meaning> =>
  Object.fromEntries(Object.entries(codes).map(([code, meaning]) => [plainCode(code), meaning]));

/** JNE and others number their codes: D02 to D12 are eleven of one meaning. */
export const numbered = (letter: string, first: number, last: number, meaning: Meaning) =>
  Object.fromEntries(
    Array.from({ length: last - first + 1 }, (_, index) => [
      `${letter}${String(first + index).padStart(2, "0")}`,
      meaning,
    ]),
  );
