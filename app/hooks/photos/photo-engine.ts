import { openDevice } from "../device-database.ts";
import { withLock } from "../device-lock.ts";
import { thisMoment } from "../retry-state.ts";
import { openPump } from "./photo-pump.ts";
import { openShelf, type PhotoEvents, type PhotoShelf } from "./photo-shelf.ts";
import { type PhotoItem, settle } from "./photo-state.ts";
import { keepPhotosIn, type PhotoStore, photoDrawer } from "./photo-store.ts";
import { prepareItem } from "./prepare-item.ts";
import { openPhoto } from "./prepare-photo.ts";
import { forgetUpload } from "./send-photo.ts";

/** What one tab tells the others. */
type News = { userId: string };

const isMoving = (item: PhotoItem | undefined) =>
  item?.state === "uploading" || item?.state === "preparing";

/** What other tabs do to the same photos; the outbox takes some with it when a message is sent. */
function listenToTabs(userId: string, onNews: () => void) {
  const channels = ["photos", "outbox"].flatMap((name) =>
    "BroadcastChannel" in window ? [new BroadcastChannel(name)] : [],
  );
  for (const channel of channels)
    channel.addEventListener("message", ({ data }: MessageEvent<News>) => {
      if (data.userId === userId) onNews();
    });
  return {
    tell: () => channels[0]?.postMessage({ userId } satisfies News),
    close() {
      for (const channel of channels) channel.close();
      channels.length = 0;
    },
  };
}

/** Takes over what the device holds; what this tab is at work on it knows better. */
async function fill(shelf: PhotoShelf, store: PhotoStore, userId: string, released: Set<string>) {
  const held = (await store.list(userId)).filter(({ key }) => !released.has(key));
  const there = new Set(held.map(({ key }) => key));
  for (const item of shelf.all()) if (!there.has(item.key) && !isMoving(item)) shelf.drop(item.key);
  const news = held.filter(({ key }) => !isMoving(shelf.get(key)));
  for (const item of news) shelf.put(settle(item));
  shelf.show(store.isLasting());
  return news.filter(({ state }) => state === "preparing");
}

/**
 * Uploads what one person has chosen, from whichever page is open.
 * @param released keys of those that the outbox goes on with.
 */
export async function startPhotos(userId: string, events: PhotoEvents, released: Set<string>) {
  const device = await openDevice();
  const store = keepPhotosIn(device && photoDrawer(device));
  const shelf = openShelf(events);
  const tabs = listenToTabs(userId, () => void load());
  const pump = openPump(shelf, store, tabs.tell);

  /** What is no photo is said at once, however many wait to be uploaded. */
  const prepare = async (items: PhotoItem[]) => {
    for (const { key, state } of items) {
      if (state !== "preparing") continue;
      // Two tabs with the same form open must not convert the same photo side by side.
      const after = await withLock(`photo/${key}`, () =>
        prepareItem({ store, open: openPhoto, moment: thisMoment }, key),
      );
      if (after) shelf.change(settle(after));
      else shelf.drop(key);
      pump.run();
    }
  };
  const load = async () => {
    const unready = await fill(shelf, store, userId, released);
    pump.run();
    await prepare(unready);
  };
  const drop = (key: string) => {
    pump.cancel(key);
    shelf.drop(key);
  };
  const take = async (keys: string[]) => {
    for (const key of keys) drop(key);
    for (const key of keys) await store.remove(key);
    tabs.tell();
    pump.run();
  };
  window.addEventListener("online", pump.wake);
  await load();

  return {
    async add(items: PhotoItem[]) {
      for (const item of items) {
        await store.put(item);
        shelf.put(item);
      }
      tabs.tell();
      pump.run();
      await prepare(items);
    },
    /** Asked for again, or refused again. */
    async change(item: PhotoItem) {
      if (await store.renew(item)) shelf.change(item);
      else shelf.drop(item.key);
      pump.run();
    },
    /** The person wants it as it is. */
    async keep(item: PhotoItem) {
      shelf.change({ ...item, isKept: true });
      await store.renew({ ...item, isKept: true });
    },
    /** Nobody wants it any more. */
    async remove({ key, upload }: PhotoItem) {
      await take([key]);
      if (upload) forgetUpload(upload.id);
    },
    /** Their form is sent, and they with it. */
    clear: take,
    /** The outbox goes on with them, and takes them from the device. */
    release(keys: string[]) {
      for (const key of keys) {
        drop(key);
        store.release(key);
      }
      pump.run();
    },
    /** Everything that waited for the network or a session goes now. */
    wake: pump.wake,
    /** Somebody else uses this page now: what waits stays on the device. */
    close() {
      window.removeEventListener("online", pump.wake);
      pump.close();
      tabs.close();
    },
  };
}

export type PhotoEngine = Awaited<ReturnType<typeof startPhotos>>;
