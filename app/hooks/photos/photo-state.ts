import type { PhotoPurpose } from "../../contracts/photos.ts";
import { MAX_PHOTOS_AN_ENTRY } from "../../contracts/reports.ts";
import type { UploadView } from "../../contracts/views.ts";
import type { OutboxPhoto } from "../outbox-state.ts";
import { FRESH, isPutOff, mayGoNow, type Retry, type SendError } from "../retry-state.ts";

/** What a photo is to prove: a report, or parcels that are about to be filed. */
export type PhotoSubject = { code: string } | { parcels: string[] };

/** A form on this device, such as `message/<code>`, and what its photos are about. */
export type PhotoPlace = { name: string; about: PhotoSubject };

/** A photo that somebody chose, from then until what it belongs to is sent. */
export type PhotoItem = Omit<Retry, "state"> & {
  /** A uuid; the server knows a repetition by it. */
  key: string;
  /** Nobody else who uses this device sees or sends it. */
  userId: string;
  place: string;
  about: PhotoSubject;
  /** Within this device. */
  order: number;
  name: string;
  purpose: PhotoPurpose;
  /** Null for what only the server holds, and for what is no photo. */
  file: File | null;
  /** This device drew the file's pixels: it converted a photo or covered something in it. */
  isRedrawn: boolean;
  /** `refused` waits for the person and holds nobody up. */
  state: "preparing" | Retry["state"] | "uploading" | "done";
  /** Percent of the bytes sent. */
  progress: number;
  upload: UploadView | null;
  /** The person wants it as it is, whatever is advised. */
  isKept: boolean;
};

export type ChosenPhoto = Pick<PhotoItem, "key" | "name" | "purpose" | "file" | "order"> &
  Partial<Pick<PhotoItem, "isRedrawn">>;

export const OVER_LIMIT: SendError = {
  code: "picture.over_limit",
  params: { max: MAX_PHOTOS_AN_ENTRY },
};

const UNSENT = { progress: 0, upload: null, isKept: false, isRedrawn: false };

export const choose = (chosen: ChosenPhoto, userId: string, place: PhotoPlace): PhotoItem => ({
  ...FRESH,
  ...UNSENT,
  ...chosen,
  ...{ userId, place: place.name, about: place.about },
  state: "preparing",
});

/** Held by the server since an earlier visit, such as after a refused form. */
export const adoptUpload = (
  upload: UploadView,
  userId: string,
  place: PhotoPlace,
  order: number,
): PhotoItem => {
  const { id: key, purpose } = upload;
  const chosen = { key, name: "", purpose, file: null, order };
  return finish(choose(chosen, userId, place), upload);
};

export const refuse = (item: PhotoItem, error: SendError): PhotoItem => ({
  ...item,
  ...{ state: "refused", error, progress: 0, notBefore: 0 },
});

/** As somebody asks for it: at once, whatever it waited for. */
export const again = (item: PhotoItem): PhotoItem =>
  item.state === "done" ? item : { ...item, ...FRESH, progress: 0 };

export const finish = (item: PhotoItem, upload: UploadView): PhotoItem => ({
  ...item,
  ...{ state: "done", error: null, progress: 100, upload },
});

/** What was on its way when the page went is not any more. */
export const settle = (item: PhotoItem): PhotoItem =>
  item.state === "uploading" ? { ...item, state: "waiting", progress: 0 } : item;

export const wake = (item: PhotoItem): PhotoItem =>
  mayGoNow(item) ? { ...item, notBefore: 0 } : item;

export const inOrder = (items: PhotoItem[]): PhotoItem[] =>
  items.toSorted((a, b) => a.order - b.order || a.key.localeCompare(b.key));

export const put = (items: PhotoItem[], item: PhotoItem): PhotoItem[] =>
  inOrder([...items.filter(({ key }) => key !== item.key), item]);

/** Those that go next, oldest first, while no more than `most` are on their way at once. */
export function nextOnes(items: PhotoItem[], now: number, most: number): PhotoItem[] {
  // A server too busy for one is too busy for the next, which would only spend somebody's data.
  if (items.some((item) => isPutOff(item) && item.notBefore > now)) return [];
  const free = most - items.filter(({ state }) => state === "uploading").length;
  return inOrder(items)
    .filter(({ state, notBefore }) => state === "waiting" && notBefore <= now)
    .slice(0, Math.max(0, free));
}

/** When the next one may go that has to wait; undefined: none does. */
export function nextMoment(items: PhotoItem[], now: number): number | undefined {
  const later = items.filter(({ state, notBefore }) => state === "waiting" && notBefore > now);
  return later.length > 0 ? Math.min(...later.map(({ notBefore }) => notBefore)) : undefined;
}

/** How many more the form takes; a refused one does not count. */
export const roomIn = (items: PhotoItem[]): number =>
  MAX_PHOTOS_AN_ENTRY - items.filter(({ state }) => state !== "refused").length;

export const asOutboxPhoto = (item: PhotoItem): OutboxPhoto => {
  const { key, name, purpose, upload, file, isRedrawn } = item;
  return { key, name, purpose, upload, file, isRedrawn, error: null };
};

export const fromOutboxPhoto = (
  { key, name, purpose, upload, file, isRedrawn, error }: OutboxPhoto,
  userId: string,
  place: PhotoPlace,
  order: number,
): PhotoItem => {
  const item = choose({ key, name, purpose, file, isRedrawn, order }, userId, place);
  if (upload) return finish(item, upload);
  return error ? refuse(item, error) : item;
};
