import { afterFailure, type Moment } from "../retry-state.ts";
import { type PhotoItem, refuse } from "./photo-state.ts";
import type { PhotoStore } from "./photo-store.ts";
import type { Opened } from "./prepare-photo.ts";

export type PrepareDeps = {
  store: Pick<PhotoStore, "get" | "renew">;
  open: (file: File) => Promise<Opened>;
  moment: () => Moment;
};

/** What a chosen file is once it was looked at. */
function afterOpening(item: PhotoItem, opened: Opened, moment: Moment): PhotoItem {
  if (opened.type === "photo") {
    const isRedrawn = item.isRedrawn || opened.isRedrawn;
    return { ...item, state: "waiting", file: opened.file, isRedrawn };
  }
  if (opened.type === "unreached")
    return { ...item, ...afterFailure(item.attempts, opened, moment) };
  // A film of half a gigabyte is not kept for its name's sake.
  return { ...refuse(item, opened.error), file: opened.isPhoto ? item.file : null };
}

/**
 * Looks at one photo, as the device holds it now: another tab may have looked at it or taken it away.
 * @returns what it has become; undefined: it is gone, and nobody waits for it.
 */
export async function prepareItem(
  { store, open, moment }: PrepareDeps,
  key: string,
): Promise<PhotoItem | undefined> {
  const item = await store.get(key);
  if (item?.state !== "preparing" || !item.file) return item;
  const after = afterOpening(item, await open(item.file), moment());
  return (await store.renew(after)) ? after : undefined;
}
