import type { DeviceDatabase } from "../device-database.ts";
import { inOrder, type PhotoItem } from "./photo-state.ts";

export type PhotoStore = {
  /** False once something could only be kept in this tab's memory. */
  isLasting: () => boolean;
  list: (userId: string) => Promise<PhotoItem[]>;
  get: (key: string) => Promise<PhotoItem | undefined>;
  put: (item: PhotoItem) => Promise<void>;
  /** Only what is still there: one that was removed or sent from another tab does not return. */
  renew: (item: PhotoItem) => Promise<boolean>;
  remove: (key: string) => Promise<void>;
  /** The outbox has it from now on, and takes it from the device itself. */
  release: (key: string) => void;
};

type Drawer = Omit<PhotoStore, "isLasting" | "release">;

export const photoDrawer = (device: DeviceDatabase): Drawer => ({
  list: (userId) => device.getAllFromIndex("photos", "userId", userId),
  get: (key) => device.get("photos", key),
  put: async (item) => void (await device.put("photos", item)),
  async renew(item) {
    const change = device.transaction("photos", "readwrite");
    const isThere = (await change.store.getKey(item.key)) !== undefined;
    if (isThere) await change.store.put(item);
    await change.done;
    return isThere;
  },
  remove: (key) => device.delete("photos", key),
});

/** What the device does not take, full or closed to us, stays in memory. */
export function keepPhotosIn(device: Drawer | undefined): PhotoStore {
  const memory = new Map<string, PhotoItem>();
  let isLasting = device !== undefined;
  const onDevice = async <T>(work: (drawer: Drawer) => Promise<T>, otherwise: T): Promise<T> => {
    try {
      return device ? await work(device) : otherwise;
    } catch {
      isLasting = false;
      return otherwise;
    }
  };
  return {
    isLasting: () => isLasting,
    async list(userId) {
      const held = await onDevice<PhotoItem[]>((drawer) => drawer.list(userId), []);
      const own = [...memory.values()].filter((item) => item.userId === userId);
      return inOrder([...held.filter(({ key }) => !memory.has(key)), ...own]);
    },
    get: async (key) => memory.get(key) ?? (await onDevice((drawer) => drawer.get(key), undefined)),
    async put(item) {
      const isHeld = await onDevice(async (drawer) => {
        await drawer.put(item);
        return true;
      }, false);
      if (isHeld) memory.delete(item.key);
      else memory.set(item.key, item);
    },
    async renew(item) {
      if (!memory.has(item.key) && device) return onDevice((drawer) => drawer.renew(item), true);
      if (memory.has(item.key)) memory.set(item.key, item);
      return memory.has(item.key);
    },
    release: (key) => void memory.delete(key),
    async remove(key) {
      memory.delete(key);
      await onDevice((drawer) => drawer.remove(key), undefined);
    },
  };
}
