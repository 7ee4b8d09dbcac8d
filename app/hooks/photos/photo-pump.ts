import { withLock } from "../device-lock.ts";
import { thisMoment } from "../retry-state.ts";
import type { PhotoShelf } from "./photo-shelf.ts";
import { nextMoment, nextOnes, type PhotoItem, settle, wake } from "./photo-state.ts";
import type { PhotoStore } from "./photo-store.ts";
import { giveUpStuckPhotos, sendPhoto } from "./send-photo.ts";
import { uploadItem } from "./upload-item.ts";

/** More would only share the same line; fewer would leave it idle while the server decodes. */
const AT_ONCE = 2;
const LONGEST_TIMER_MS = 3_600_000;

/** Uploads what waits, a few at a time, and comes back to what has to wait longer. */
export function openPump(shelf: PhotoShelf, store: PhotoStore, onSettled: () => void) {
  const cancels = new Map<string, AbortController>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isClosed = false;

  const upload = async (item: PhotoItem) => {
    const cancel = new AbortController();
    const { signal } = cancel;
    cancels.set(item.key, cancel);
    const show = (progress: number) =>
      signal.aborted || shelf.change({ ...item, state: "uploading", progress });
    const send = (held: PhotoItem & { file: File }) =>
      sendPhoto(held, {
        signal,
        onProgress: show,
        onOpened: (ready) => ready.file !== held.file && void store.renew({ ...held, ...ready }),
      });
    show(0);
    // Two tabs with the same form open must not send the same photo side by side.
    const after = await withLock(`photo/${item.key}`, () =>
      uploadItem({ store, send, moment: thisMoment }, item.key),
    );
    if (signal.aborted) return;
    cancels.delete(item.key);
    if (after) shelf.change(settle(after));
    else shelf.drop(item.key);
    onSettled();
    run();
  };

  const run = () => {
    clearTimeout(timer);
    if (isClosed) return;
    const now = Date.now();
    for (const item of nextOnes(shelf.all(), now, AT_ONCE)) void upload(item);
    const pause = (nextMoment(shelf.all(), now) ?? Number.POSITIVE_INFINITY) - now;
    if (pause < LONGEST_TIMER_MS) timer = setTimeout(run, pause);
  };

  const cancel = (key: string) => {
    cancels.get(key)?.abort();
    cancels.delete(key);
  };
  return {
    run,
    cancel,
    wake() {
      giveUpStuckPhotos();
      for (const item of shelf.all()) if (wake(item) !== item) shelf.change(wake(item));
      run();
    },
    close() {
      isClosed = true;
      clearTimeout(timer);
      for (const key of [...cancels.keys()]) cancel(key);
    },
  };
}
