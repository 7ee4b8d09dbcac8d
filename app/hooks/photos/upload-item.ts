import type { UploadView } from "../../contracts/views.ts";
import type { Answer } from "../read-answer.ts";
import { afterFailure, type Moment } from "../retry-state.ts";
import { finish, type PhotoItem } from "./photo-state.ts";
import type { PhotoStore } from "./photo-store.ts";

export type UploadDeps = {
  store: Pick<PhotoStore, "get" | "renew">;
  send: (item: PhotoItem & { file: File }) => Promise<Answer<UploadView>>;
  moment: () => Moment;
};

/**
 * Uploads one photo, as the device holds it now: another tab may have uploaded it or taken it away.
 * @returns what it has become; undefined: it is gone, and nobody waits for it.
 */
export async function uploadItem(
  { store, send, moment }: UploadDeps,
  key: string,
): Promise<PhotoItem | undefined> {
  const item = await store.get(key);
  if (!item || item.state === "done" || !item.file) return item;
  const answer = await send({ ...item, file: item.file });
  // Made ready meanwhile, it may be another file by now.
  const held = (await store.get(key)) ?? item;
  const after =
    answer.type === "given"
      ? finish(held, answer.value)
      : { ...held, ...afterFailure(item.attempts, answer, moment()), progress: 0 };
  return (await store.renew(after)) ? after : undefined;
}
