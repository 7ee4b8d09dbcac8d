import type { PictureAdvice } from "../../contracts/photos.ts";
import type { PhotoItem } from "../../hooks/photos/photo-state.ts";

/** What is worth saying about a photo that has arrived. */
export type PhotoNote =
  | { code: PictureAdvice | "similar" | "one_angle" | "unreadable" }
  | { code: "differs"; read: string };

/** A photo that one cannot make out anyway is not asked for its barcode or another side too. */
const UNCLEAR: PhotoNote["code"][] = ["too_dark", "too_bright", "blurred", "too_small"];
const MOST_NOTES = 2;

const isOnlyAngle = (item: PhotoItem, items: PhotoItem[]) =>
  item.purpose === "ready" &&
  items.every(({ key, state }) => key === item.key || state === "refused");

/** Only where the other one is still there: a replaced photo is no rival. */
const hasTwin = ({ key, upload }: PhotoItem, items: PhotoItem[]) =>
  items.some((one) => one.key !== key && one.upload && one.upload.id === upload?.similarTo);

/** Advice, most telling first, and never a wall of it. */
export function notesOf(item: PhotoItem, items: PhotoItem[]): PhotoNote[] {
  const { upload } = item;
  if (!upload || item.isKept) return [];
  const { advice, label } = upload;
  const notes: PhotoNote[] = [];
  if (label?.state === "differs") notes.push({ code: "differs", read: label.read ?? "" });
  notes.push(...advice.map((code) => ({ code })));
  const isClear = !notes.some(({ code }) => UNCLEAR.includes(code));
  if (label?.state === "unreadable" && isClear) notes.push({ code: "unreadable" });
  if (isClear && hasTwin(item, items)) notes.push({ code: "similar" });
  if (isClear && isOnlyAngle(item, items)) notes.push({ code: "one_angle" });
  return notes.slice(0, MOST_NOTES);
}
