import { listStored, readStored, removeStored, writeStored } from "./device-storage.ts";
import { isOutboxItem, type OutboxItem } from "./outbox-state.ts";

/** One key an item, so that two tabs never overwrite each other's list. */
export const outboxPrefix = (userId: string, code: string) => `outbox/${userId}/${code}/`;

export function storeItems(prefix: string, items: OutboxItem[]): void {
  for (const item of items) writeStored(prefix + item.clientId, item);
}

export const listItems = (prefix: string): OutboxItem[] =>
  listStored(prefix)
    .map(readStored)
    .filter(isOutboxItem)
    .sort((a, b) => Date.parse(a.at) - Date.parse(b.at));

export const forgetItem = (prefix: string, clientId: string) => removeStored(prefix + clientId);
