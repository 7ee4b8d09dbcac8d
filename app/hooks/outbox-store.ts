import { type DeviceDatabase, openDevice } from "./device-database.ts";
import { listStored, readStored, removeStored } from "./device-storage.ts";
import { inOrder, type OutboxItem, queue } from "./outbox-state.ts";

export type OutboxStore = {
  /** False once something could only be kept in this tab's memory. */
  isLasting: () => boolean;
  list: (userId: string) => Promise<OutboxItem[]>;
  put: (item: OutboxItem) => Promise<void>;
  /** Only what is still there: an item that somebody took back does not return. */
  renew: (item: OutboxItem) => Promise<boolean>;
  remove: (clientId: string) => Promise<void>;
};

export async function openStore(): Promise<OutboxStore> {
  const device = await openDevice();
  return keepIn(device && deviceDrawer(device));
}

type Drawer = Omit<OutboxStore, "isLasting">;

function deviceDrawer(device: DeviceDatabase): Drawer {
  return {
    list: (userId) => device.getAllFromIndex("items", "userId", userId),
    /** Its photos leave their form in the same breath, so that none is ever in both places or in neither. */
    async put(item) {
      const change = device.transaction(["items", "photos"], "readwrite");
      await change.objectStore("items").put(item);
      for (const { key } of item.photos) await change.objectStore("photos").delete(key);
      await change.done;
    },
    async renew(item) {
      const change = device.transaction("items", "readwrite");
      const isThere = (await change.store.getKey(item.clientId)) !== undefined;
      if (isThere) await change.store.put(item);
      await change.done;
      return isThere;
    },
    remove: (clientId) => device.delete("items", clientId),
  };
}

function memoryDrawer(): Drawer & { has: (clientId: string) => boolean } {
  const items = new Map<string, OutboxItem>();
  const has = (clientId: string) => items.has(clientId);
  return {
    has,
    list: async (userId) => [...items.values()].filter((item) => item.userId === userId),
    put: async (item) => void items.set(item.clientId, item),
    async renew(item) {
      if (has(item.clientId)) items.set(item.clientId, item);
      return has(item.clientId);
    },
    remove: async (clientId) => void items.delete(clientId),
  };
}

/** What the device does not take, full or closed to us, stays in memory. */
export function keepIn(device: Drawer | undefined): OutboxStore {
  const memory = memoryDrawer();
  let isLasting = device !== undefined;
  const onDevice = async <T>(work: (drawer: Drawer) => Promise<T>, otherwise: () => T) => {
    try {
      return device ? await work(device) : otherwise();
    } catch {
      isLasting = false;
      return otherwise();
    }
  };
  return {
    isLasting: () => isLasting,
    async list(userId) {
      const held = await onDevice<OutboxItem[]>(
        (drawer) => drawer.list(userId),
        () => [],
      );
      return inOrder([
        ...held.filter((item) => !memory.has(item.clientId)),
        ...(await memory.list(userId)),
      ]);
    },
    async put(item) {
      const isHeld = await onDevice(
        async (drawer) => {
          await drawer.put(item);
          return true;
        },
        () => false,
      );
      if (!isHeld) await memory.put(item);
    },
    async renew(item) {
      if (memory.has(item.clientId) || !device) return memory.renew(item);
      return onDevice(
        (drawer) => drawer.renew(item),
        () => true,
      );
    },
    async remove(clientId) {
      await memory.remove(clientId);
      await onDevice(
        (drawer) => drawer.remove(clientId),
        () => {},
      );
    },
  };
}

type FormerItem = Pick<OutboxItem, "clientId" | "kind" | "body" | "at"> & {
  uploads: NonNullable<OutboxItem["photos"][number]["upload"]>[];
};

const isFormer = (value: unknown): value is FormerItem => {
  const item = (value ?? {}) as Partial<FormerItem>;
  return (
    typeof item.clientId === "string" &&
    typeof item.body === "string" &&
    typeof item.at === "string" &&
    Array.isArray(item.uploads) &&
    (item.kind === "message" || item.kind === "note")
  );
};

/** Messages that an earlier version of the page left in this device's localStorage. */
export async function takeOverFormer(store: OutboxStore, userId: string): Promise<void> {
  for (const key of listStored(`outbox/${userId}/`)) {
    const item = readStored(key);
    const code = key.split("/")[2];
    if (!code || !isFormer(item)) continue;
    await store.put(asItem(item, userId, code));
    if (store.isLasting()) removeStored(key);
  }
}

function asItem({ uploads, ...item }: FormerItem, userId: string, code: string): OutboxItem {
  const photos = uploads.map((upload) => ({
    ...{ key: upload.id, name: "", purpose: upload.purpose },
    ...{ upload, file: null, isRedrawn: false, error: null },
  }));
  const { clientId, kind, body, at } = item;
  return queue({ kind, body, photos }, { clientId, userId, code, at, order: Date.parse(at) });
}
