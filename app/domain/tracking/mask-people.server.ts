/** Words after which the courier names somebody: "DITERIMA OLEH: SITI (YBS)", "CONTACT: BUDI". */
const NAMED =
  /\b(contact|diterima oleh|di terima oleh|received by|receipt by(?: penerima)?|receiver|penerima|delivered to|sigesit|dibawa|kurir|courier|driver|diproses oleh|operator is|oleh)\b(\s*(?:[:[(【–-]\s*)*)(?!ekspedisi|lion parcel|jne|tiki|sicepat|ninja|agen|counter|konsolidator|pt\b)([\p{L}'.]+(?:\s+[\p{L}'.]+){0,3})/giu;

/** Eight digits and more that look like an Indonesian number, in any spelling. */
const PHONE = /(?:\+?62|\b0)[\s.-]?8(?:[\s.-]?\d){7,11}\b/g;

const hide = (name: string) =>
  name.replace(/[\p{L}'.]+/gu, (word) => (word.length < 2 ? word : `${word[0]}***`));

/** A courier's text as it may be shown: phones and names of people are covered. */
export const maskPeople = (text: string): string =>
  text
    .replace(PHONE, (phone) => `${phone.slice(0, 4)}****${phone.slice(-2)}`)
    .replace(NAMED, (_all, word: string, gap: string, name: string) => word + gap + hide(name));

const LONGEST = 4_000;
/** Fields that hold a person or a place. */
const PERSONAL =
  /name|nama|phone|telp|contact|address|alamat|sender|receiver|recipient|shipper|consignee|driver|courier_name|signer|lat|long|photo|image|img|signature/i;

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
