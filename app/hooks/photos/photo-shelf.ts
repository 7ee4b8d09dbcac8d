import { inOrder, type PhotoItem } from "./photo-state.ts";

export type PhotoEvents = {
  onHeld: (items: PhotoItem[], isLasting: boolean) => void;
  onChanged: (item: PhotoItem) => void;
  onGone: (key: string) => void;
};

/** The photos that this tab works on, and who is told of each change. */
export function openShelf(events: PhotoEvents) {
  const items = new Map<string, PhotoItem>();
  return {
    all: () => inOrder([...items.values()]),
    get: (key: string) => items.get(key),
    put: (item: PhotoItem) => void items.set(item.key, item),
    /** One that was taken away meanwhile does not return. */
    change(item: PhotoItem) {
      if (!items.has(item.key)) return;
      items.set(item.key, item);
      events.onChanged(item);
    },
    drop(key: string) {
      if (items.delete(key)) events.onGone(key);
    },
    show: (isLasting: boolean) => events.onHeld(inOrder([...items.values()]), isLasting),
  };
}

export type PhotoShelf = ReturnType<typeof openShelf>;
