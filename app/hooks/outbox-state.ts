import type { PhotoPurpose } from "../contracts/photos.ts";
import type { EntryView, UploadView } from "../contracts/views.ts";
import type { ReadyPhoto } from "./photos/prepare-photo.ts";
import type { Answer } from "./read-answer.ts";
import { afterFailure, FRESH, type Moment, mayGoNow, type SendError } from "./retry-state.ts";

export type OutboxKind = "message" | "note";

/** A photo of a message: the server holds it already, or only this device does. */
export type OutboxPhoto = {
  key: string;
  name: string;
  purpose: PhotoPurpose;
  upload: UploadView | null;
  /** Kept until the message has arrived: taken back, it may still be covered. Null for what only the server holds. */
  file: File | null;
  /** This device drew the file's pixels. */
  isRedrawn: boolean;
  error: SendError | null;
};

export type OutboxDraft = { kind: OutboxKind; body: string; photos: OutboxPhoto[] };

export type OutboxItem = OutboxDraft & {
  clientId: string;
  /** Nobody else who uses this device sees or sends it. */
  userId: string;
  /** The report. */
  code: string;
  at: string;
  /** Within this device, whatever its clock does. */
  order: number;
  /** `waiting` goes by itself; `refused` waits for the person and holds nobody up. */
  state: "waiting" | "sending" | "sent" | "refused";
  error: SendError | null;
  attempts: number;
  /** Epoch milliseconds. */
  notBefore: number;
};

type Origin = Pick<OutboxItem, "clientId" | "userId" | "code" | "at" | "order">;

export const queue = (draft: OutboxDraft, origin: Origin): OutboxItem => ({
  ...draft,
  ...origin,
  ...FRESH,
});

/** What the item becomes after an answer that is not the one hoped for. */
export const afterAnswer = (
  item: OutboxItem,
  answer: Exclude<Answer<unknown>, { type: "given" }>,
  moment: Moment,
): OutboxItem => ({ ...item, ...afterFailure(item.attempts, answer, moment) });

const isRefusedPhoto = (photo: OutboxPhoto, key: string, error: SendError): OutboxPhoto =>
  photo.key === key ? { ...photo, error } : photo;

/** A photo that was not taken: the words and the other photos stay as they are. */
export const withPhotoError = (item: OutboxItem, key: string, error: SendError): OutboxItem => ({
  ...item,
  photos: item.photos.map((photo) => isRefusedPhoto(photo, key, error)),
});

/** @param sent the photo as it went, and what it became. */
export const withUpload = (
  item: OutboxItem,
  key: string,
  sent: ReadyPhoto & { upload: UploadView },
): OutboxItem => ({
  ...item,
  photos: item.photos.map((photo) =>
    photo.key === key ? { ...photo, ...sent, error: null } : photo,
  ),
});

/** As somebody asks for it: at once, whatever it waited for. */
export const again = (item: OutboxItem): OutboxItem => ({
  ...item,
  ...FRESH,
  photos: item.photos.map((photo) => ({ ...photo, error: null })),
});

/** The network or the session is back. What the server put off stays put off. */
export const wake = (item: OutboxItem): OutboxItem =>
  mayGoNow(item) ? { ...item, notBefore: 0 } : item;

export const inOrder = (items: OutboxItem[]): OutboxItem[] =>
  items.toSorted((a, b) => a.order - b.order || a.clientId.localeCompare(b.clientId));

/** The one of a report that goes next: nothing overtakes it, and a refused one holds nobody up. */
export const nextOf = (items: OutboxItem[], code: string): OutboxItem | undefined =>
  inOrder(items).find((item) => item.code === code && item.state === "waiting");

/** Waits only because one before it does. */
export const isBehind = (item: OutboxItem, items: OutboxItem[]): boolean =>
  items.some((one) => one.code === item.code && one.order < item.order && isHeldUp(one));

/** Was tried and is tried again, which must not blink as if all were well. */
export const isHeldUp = ({ state, error }: OutboxItem) =>
  error !== null && (state === "waiting" || state === "sending");

export const put = (items: OutboxItem[], item: OutboxItem): OutboxItem[] =>
  inOrder([...drop(items, [item.clientId]), item]);

export const drop = (items: OutboxItem[], clientIds: string[]): OutboxItem[] =>
  items.filter((item) => !clientIds.includes(item.clientId));

/** What the device holds, beside what this tab alone knows: on its way, or just arrived. */
export function adopt(shown: OutboxItem[], held: OutboxItem[]): OutboxItem[] {
  const isMoving = (item: OutboxItem) => item.state === "sent" || item.state === "sending";
  const moving = shown.filter(isMoving).map((item) => item.clientId);
  return inOrder([...shown.filter(isMoving), ...drop(held, moving)]);
}

/** Client ids of own entries that the thread already shows. */
export function confirmedIds(items: OutboxItem[], entries: EntryView[], userId: string): string[] {
  const own = new Set(
    entries.filter((entry) => entry.author.userId === userId).map((entry) => entry.clientId),
  );
  return items.map((item) => item.clientId).filter((clientId) => own.has(clientId));
}
