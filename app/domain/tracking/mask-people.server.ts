/** Places and companies that stand where a name may stand. */
const NO_PERSON =
  "(?:pt|cv|lion parcel|jne|j&t|tiki|sicepat|ninja|id express|sap|agen|counter|konsolidator|gudang|hub|drop ?point|sprinter|sigesit|kurir|petugas|ekspedisi|sistem|system|penerima|seller|penjual)\\b";
const NAME = "[\\p{L}'.]+(?:\\s+[\\p{L}'.]+){0,3}";

/** "CONTACT: BUDI", "[SIGESIT - BUDI]", "kurir: Budi": a mark says that a name follows. */
const MARKED = new RegExp(
  `\\b(contact|receiver|recipient|penerima|pengirim|kurir|courier|driver|sprinter|sigesit|operator(?: is)?|signer)(\\s*[:–-]\\s*[([【]?\\s*)(?!${NO_PERSON})(${NAME})`,
  "giu",
);

/** "DITERIMA OLEH SITI", "received by: Siti", "delivered to [Siti": by or to somebody. */
const TOLD = new RegExp(
  `\\b((?:di ?terima|dibawa|di ?proses|di ?antar|di pick ?up) oleh|received by|receipt by(?: penerima)?|delivered to)(\\s*(?:[:([【–-]\\s*)*)(?!${NO_PERSON})(${NAME})`,
  "giu",
);

/** Eight digits and more that look like an Indonesian number, in any spelling. */
const PHONE = /(?:\+?62|\b0)[\s.-]?8(?:[\s.-]?\d){7,11}\b/g;

const hide = (name: string) =>
  name.replace(/[\p{L}'.]+/gu, (word) => (word.length < 2 ? word : `${word[0]}***`));
const hideName = (_all: string, word: string, gap: string, name: string) => word + gap + hide(name);

/** A courier's text as it may be shown: phones and names of people are covered. */
export const maskPeople = (text: string): string =>
  text
    .replace(PHONE, (phone) => `${phone.slice(0, 4)}****${phone.slice(-2)}`)
    .replace(MARKED, hideName)
    .replace(TOLD, hideName);

const LONGEST = 4_000;
/** Fields that hold a person or a place. */
const PERSONAL =
  /name|nama|phone|telp|contact|address|alamat|sender|receiver|recipient|shipper|consignee|driver|signer|^lat|^long|photo|image|img|signature/i;

const COVERED = "***";

function cover(value: unknown, key = ""): unknown {
  if (Array.isArray(value)) return value.map((one) => cover(one, key));
  if (typeof value === "object" && value !== null)
    return Object.fromEntries(
      Object.entries(value).map(([name, inner]) => [name, cover(inner, name)]),
    );
  if (value === null || value === "") return value;
  if (PERSONAL.test(key)) return COVERED;
  return typeof value === "string" ? maskPeople(value) : value;
}

/** A delivery's body as support may see it. */
export function maskBody(body: unknown): string {
  const text = JSON.stringify(cover(body), null, 2);
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
}
