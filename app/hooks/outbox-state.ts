import type { Problem } from "../contracts/errors.ts";
import type { PhotoPurpose } from "../contracts/photos.ts";
import type { EntryView, UploadView } from "../contracts/views.ts";
import type { Answer } from "./read-answer.ts";

export type OutboxKind = "message" | "note";
export type OutboxError = Pick<Problem, "code" | "params">;

/** A photo of a message: the server holds it already, or only this device does. */
export type OutboxPhoto = {
  key: string;
  name: string;
  purpose: PhotoPurpose;
  upload: UploadView | null;
  file: File | null;
  error: OutboxError | null;
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
  error: OutboxError | null;
  attempts: number;
  /** Epoch milliseconds. */
  notBefore: number;
};

export const UNREACHED: OutboxError = { code: "outbox.unreached", params: {} };
export const BUSY: OutboxError = { code: "outbox.busy", params: {} };
export const SIGNED_OUT: OutboxError = { code: "outbox.signed_out", params: {} };

const FIRST_PAUSE_MS = 1_000;
const LONGEST_PAUSE_MS = 60_000;
/** A message that the server stumbles over again and again must not hold up those behind it. */
const MOST_STUMBLES = 5;
const UNTIL_SIGNED_IN = Number.MAX_SAFE_INTEGER;

type Origin = Pick<OutboxItem, "clientId" | "userId" | "code" | "at" | "order">;

export const queue = (draft: OutboxDraft, origin: Origin): OutboxItem => ({
  ...draft,
  ...origin,
  state: "waiting",
  error: null,
  attempts: 0,
  notBefore: 0,
});

/** What the item becomes after an answer that is not the one hoped for. */
export function afterAnswer(
  item: OutboxItem,
  answer: Exclude<Answer<unknown>, { type: "given" }>,
  { now, random }: { now: number; random: number },
): OutboxItem {
  const attempts = item.attempts + 1;
  const wait = (error: OutboxError, notBefore: number): OutboxItem => ({
    ...item,
    ...{ state: "waiting", error, attempts, notBefore },
  });
  const own = Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** Math.min(item.attempts, 10));
  // Half of the pause is luck, so that everybody's devices do not come back in the same second.
  const soon = now + (answer.waitMs ? answer.waitMs * (1 + random / 4) : own * (0.5 + random / 2));
  if (answer.type === "unreached") return wait(answer.waitMs ? BUSY : UNREACHED, soon);
  const { kind, code } = answer.problem;
  if (kind === "unauthenticated") return wait(SIGNED_OUT, UNTIL_SIGNED_IN);
  const isStumbling = code === "unexpected" && attempts >= MOST_STUMBLES;
  if ((kind === "unavailable" || kind === "rate_limited") && !isStumbling) return wait(BUSY, soon);
  return { ...item, state: "refused", error: answer.problem, attempts, notBefore: 0 };
}

const isRefusedPhoto = (photo: OutboxPhoto, key: string, error: OutboxError): OutboxPhoto =>
  photo.key === key ? { ...photo, error } : photo;

/** A photo that was not taken: the words and the other photos stay as they are. */
export const withPhotoError = (item: OutboxItem, key: string, error: OutboxError): OutboxItem => ({
  ...item,
  photos: item.photos.map((photo) => isRefusedPhoto(photo, key, error)),
});

export const withUpload = (item: OutboxItem, key: string, upload: UploadView): OutboxItem => ({
  ...item,
  photos: item.photos.map((photo) =>
    photo.key === key ? { ...photo, upload, file: null, error: null } : photo,
  ),
});

/** As somebody asks for it: at once, whatever it waited for. */
export const again = (item: OutboxItem): OutboxItem => ({
  ...item,
  state: "waiting",
  error: null,
  attempts: 0,
  notBefore: 0,
  photos: item.photos.map((photo) => ({ ...photo, error: null })),
});

/** The network or the session is back. What the server put off stays put off. */
export const wake = (item: OutboxItem): OutboxItem =>
  item.state === "waiting" && item.error !== null && item.error.code !== BUSY.code
    ? { ...item, notBefore: 0 }
    : item;

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
