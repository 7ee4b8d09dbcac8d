import { type DBSchema, type IDBPDatabase, openDB } from "idb";
import type { OutboxItem } from "./outbox-state.ts";
import type { PhotoItem } from "./photos/photo-state.ts";

interface Device extends DBSchema {
  items: { key: string; value: OutboxItem; indexes: { userId: string } };
  /** Photos of forms that are not sent yet. */
  photos: { key: string; value: PhotoItem; indexes: { userId: string } };
}
export type DeviceDatabase = IDBPDatabase<Device>;

const OPEN_PATIENCE_MS = 3_000;
let opened: Promise<DeviceDatabase | undefined> | undefined;

/** What waits on this device. Undefined where the browser keeps nothing, such as in some private windows. */
export function openDevice(): Promise<DeviceDatabase | undefined> {
  opened ??= open();
  return opened;
}

async function open(): Promise<DeviceDatabase | undefined> {
  try {
    const opening = openDB<Device>("outbox", 2, {
      upgrade(device, before) {
        if (before < 1)
          device
            .createObjectStore("items", { keyPath: "clientId" })
            .createIndex("userId", "userId");
        device.createObjectStore("photos", { keyPath: "key" }).createIndex("userId", "userId");
      },
    });
    // Some browsers never answer instead of refusing.
    const patience = new Promise<undefined>((resolve) => setTimeout(resolve, OPEN_PATIENCE_MS));
    return await Promise.race([opening, patience]);
  } catch {
    return undefined;
  }
}
