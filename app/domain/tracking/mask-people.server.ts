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
