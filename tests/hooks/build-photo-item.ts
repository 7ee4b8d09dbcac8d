import { choose, type PhotoItem } from "#app/hooks/photos/photo-state.ts";

export const PLACE = { name: "message/PP-1", about: { code: "PP-1" } };

/** One that is ready to go. */
export function buildPhotoItem(key: string, given: Partial<PhotoItem> = {}): PhotoItem {
  const file = new File([key], `${key}.jpg`, { type: "image/jpeg" });
  const chosen = { key, name: file.name, purpose: "handover", file, order: 1 } as const;
  return { ...choose(chosen, "me", PLACE), state: "waiting", ...given };
}
