import { useRouteLoaderData } from "@remix-run/react";
import { useEffect, useMemo, useState, useSyncExternalStore } from "react";
import type { PhotoPurpose } from "../../contracts/photos.ts";
import type { UploadView, Viewer } from "../../contracts/views.ts";
import type { OutboxPhoto } from "../outbox-state.ts";
import {
  addPhotos,
  adoptUploads,
  clearPhotos,
  handOverPhotos,
  keepPhoto,
  openPhotoQueue,
  readNoPhotos,
  readPhotos,
  removePhoto,
  replacePhoto,
  retryPhoto,
  subscribePhotos,
  takeBackPhotos,
} from "./photo-queue.ts";
import { adoptUpload, type PhotoItem, type PhotoPlace, roomIn } from "./photo-state.ts";

export type Uploads = {
  items: PhotoItem[];
  /** Not all are with the server yet. */
  isBusy: boolean;
  /** Some wait for the network, a busy server or a session, and go by themselves. */
  isHeldUp: boolean;
  isFull: boolean;
  /** Some wait for the person, by what they are and not by the network. */
  hasRefused: boolean;
  /** False where only this tab holds them. */
  isLasting: boolean;
  add: (files: Iterable<File>, purpose: PhotoPurpose) => void;
  replace: (former: PhotoItem, file: File) => void;
  /** The same photo with something in it covered. */
  cover: (former: PhotoItem, covered: File) => void;
  retry: (item: PhotoItem) => void;
  keep: (item: PhotoItem) => void;
  remove: (item: PhotoItem) => void;
  clear: () => void;
  handOver: () => OutboxPhoto[];
  takeBack: (photos: OutboxPhoto[]) => void;
};

const useViewerId = (): string =>
  useRouteLoaderData<{ viewer: Viewer | null }>("root")?.viewer?.userId ?? "";

/**
 * Photos of one form, which travel while the words are still being typed and outlive a reload.
 * @param initial what the server sent back with a refused form.
 */
export function useUploads(place: PhotoPlace, initial: UploadView[] = []): Uploads {
  const userId = useViewerId();
  const [given, setGiven] = useState(initial);
  const view = useSyncExternalStore(subscribePhotos, readPhotos, readNoPhotos);
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each person; the queue knows what it has.
  useEffect(() => {
    openPhotoQueue(userId);
    if (given.length === 0) return;
    adoptUploads(place, given);
    setGiven([]);
  }, [userId]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: a place is its name.
  const items = useMemo(() => {
    const early = given.map((upload, index) => adoptUpload(upload, userId, place, index));
    return [...early, ...view.items.filter((item) => item.place === place.name)];
  }, [given, view.items, userId, place.name]);

  return {
    items,
    isBusy: items.some(({ state }) => state !== "done" && state !== "refused"),
    isHeldUp: items.some(({ state, error }) => state === "waiting" && error !== null),
    hasRefused: items.some(({ state }) => state === "refused"),
    isFull: roomIn(items) <= 0,
    isLasting: view.isLasting,
    add: (files, purpose) => addPhotos(place, files, purpose),
    replace: (former, file) => replacePhoto(former, { file, isRedrawn: false }),
    cover: (former, file) => replacePhoto(former, { file, isRedrawn: true }),
    retry: retryPhoto,
    keep: keepPhoto,
    remove: removePhoto,
    clear: () => clearPhotos(place.name),
    handOver: () => handOverPhotos(place.name),
    takeBack: (photos) => takeBackPhotos(place, photos),
  };
}
