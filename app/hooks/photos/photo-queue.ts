import type { PhotoPurpose } from "../../contracts/photos.ts";
import type { UploadView } from "../../contracts/views.ts";
import { newClientId } from "../client-id.ts";
import type { OutboxPhoto } from "../outbox-state.ts";
import type { PhotoEngine } from "./photo-engine.ts";
import {
  adoptUpload,
  again,
  asOutboxPhoto,
  type ChosenPhoto,
  choose,
  fromOutboxPhoto,
  inOrder,
  OVER_LIMIT,
  type PhotoItem,
  type PhotoPlace,
  put,
  refuse,
  roomIn,
} from "./photo-state.ts";
import type { ReadyPhoto } from "./prepare-photo.ts";

/** What one person has chosen and not sent yet, over all forms. */
export type QueueView = { userId: string; items: PhotoItem[]; isLasting: boolean };

const EMPTY: QueueView = { userId: "", items: [], isLasting: true };
let current = EMPTY;
let engine: Promise<PhotoEngine> | undefined;
let lastOrder = 0;
const listeners = new Set<() => void>();
/** Not on the device yet: the engine is still to come. */
const unkept = new Map<string, PhotoItem>();
/** Gone on with the outbox, which takes them from the device a moment later. */
const released = new Set<string>();

function show(view: Partial<QueueView>): void {
  current = { ...current, ...view };
  for (const listener of listeners) listener();
}

const without = (keys: string[]) => current.items.filter(({ key }) => !keys.includes(key));
const nextOrder = () => {
  lastOrder = Math.max(Date.now(), lastOrder + 1);
  return lastOrder;
};

/** The page's one queue of photos. Its engine is loaded where there is a form for photos. */
export function openPhotoQueue(userId: string): void {
  if (current.userId === userId) return;
  void engine?.then((former) => former.close());
  engine = undefined;
  unkept.clear();
  show({ ...EMPTY, userId });
  void startEngine(userId).catch(() => {});
}

function startEngine(userId: string): Promise<PhotoEngine> {
  const isMine = () => current.userId === userId;
  engine ??= import("./photo-engine.ts").then(({ startPhotos }) =>
    startPhotos(
      userId,
      {
        onHeld(items, isLasting) {
          for (const { key } of items) unkept.delete(key);
          if (isMine()) show({ items: inOrder([...items, ...unkept.values()]), isLasting });
        },
        onChanged: (item) => isMine() && show({ items: put(current.items, item) }),
        onGone: (key) => isMine() && show({ items: without([key]) }),
      },
      released,
    ),
  );
  engine.catch(() => {
    engine = undefined;
  });
  return engine;
}

/** Without its engine nothing is lost: what was chosen stays in this tab, and goes once it comes. */
const ask = (work: (running: PhotoEngine) => unknown) =>
  void startEngine(current.userId).then(work, () => {});

function keepUnkept(running: PhotoEngine): void {
  const items = [...unkept.values()];
  unkept.clear();
  void running.add(items);
}

function addItems(items: PhotoItem[]): void {
  for (const item of items) {
    released.delete(item.key);
    unkept.set(item.key, item);
  }
  show({ items: inOrder([...without(items.map(({ key }) => key)), ...items]) });
  ask(keepUnkept);
}

/** One that is too many is listed with the reason, so that nothing that was chosen vanishes. */
function chooseWithin(room: number, chosen: ChosenPhoto[], place: PhotoPlace): PhotoItem[] {
  return chosen.map((photo, index) => {
    const item = choose(photo, current.userId, place);
    return index < room ? item : refuse(item, OVER_LIMIT);
  });
}

export function addPhotos(place: PhotoPlace, files: Iterable<File>, purpose: PhotoPurpose): void {
  const chosen = [...files].map((file) => ({
    ...{ key: newClientId(), name: file.name, purpose, file, order: nextOrder() },
  }));
  addItems(chooseWithin(roomIn(photosOf(place.name)), chosen, place));
}

/** Another one in the place of one: the former is forgotten, here and by the server. */
export function replacePhoto(former: PhotoItem, ready: ReadyPhoto): void {
  const { place: name, about, userId, purpose, order } = former;
  const chosen = { key: newClientId(), name: ready.file.name, purpose, order, ...ready };
  removePhoto(former);
  addItems([choose(chosen, userId, { name, about })]);
}

export function removePhoto(item: PhotoItem): void {
  unkept.delete(item.key);
  show({ items: without([item.key]) });
  ask((running) => running.remove(item));
}

/** Where there is no room for it meanwhile, the server would refuse the whole form for its sake. */
export function retryPhoto(item: PhotoItem): void {
  const others = photosOf(item.place).filter(({ key }) => key !== item.key);
  const after = roomIn(others) > 0 ? again(item) : refuse(item, OVER_LIMIT);
  show({ items: put(current.items, after) });
  ask((running) => running.change(after));
}

export const keepPhoto = (item: PhotoItem): void => ask((running) => running.keep(item));

export function adoptUploads(place: PhotoPlace, uploads: UploadView[]): void {
  const known = new Set(photosOf(place.name).map(({ upload }) => upload?.id));
  const fresh = uploads.filter(({ id }) => !known.has(id));
  addItems(fresh.map((upload) => adoptUpload(upload, current.userId, place, nextOrder())));
}

/** Their form is sent. */
export function clearPhotos(place: string): void {
  const keys = photosOf(place).map(({ key }) => key);
  for (const key of keys) unkept.delete(key);
  show({ items: without(keys) });
  ask((running) => running.clear(keys));
}

/** Gives everything to the outbox, which goes on with what is not uploaded yet. */
export function handOverPhotos(place: string): OutboxPhoto[] {
  const items = photosOf(place).filter(({ upload, file }) => upload || file);
  const keys = items.map(({ key }) => key);
  for (const key of keys) {
    unkept.delete(key);
    released.add(key);
  }
  show({ items: without(keys) });
  ask((running) => running.release(keys));
  return items.map(asOutboxPhoto);
}

export const takeBackPhotos = (place: PhotoPlace, photos: OutboxPhoto[]): void =>
  addItems(photos.map((photo) => fromOutboxPhoto(photo, current.userId, place, nextOrder())));

/** The network, the server or the session is back. */
export function wakePhotos(): void {
  if (current.userId === "" || (!engine && unkept.size === 0)) return;
  ask((running) => {
    if (unkept.size > 0) keepUnkept(running);
    running.wake();
  });
}

const photosOf = (place: string) => current.items.filter((item) => item.place === place);

export function subscribePhotos(listener: () => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

export const readPhotos = (): QueueView => current;
export const readNoPhotos = (): QueueView => EMPTY;
