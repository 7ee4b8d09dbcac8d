import type { EntryView, UploadView } from "../contracts/views.ts";
import {
  afterAnswer,
  nextOf,
  type OutboxItem,
  type OutboxPhoto,
  withPhotoError,
  withUpload,
} from "./outbox-state.ts";
import type { OutboxStore } from "./outbox-store.ts";
import type { ReadyPhoto } from "./photos/prepare-photo.ts";
import type { Answer } from "./read-answer.ts";

export type DrainDeps = {
  store: OutboxStore;
  post: (item: OutboxItem) => Promise<Answer<EntryView>>;
  upload: (
    item: OutboxItem,
    photo: OutboxPhoto & ReadyPhoto,
    onOpened: (ready: ReadyPhoto) => void,
  ) => Promise<Answer<UploadView>>;
  now: () => number;
  random: () => number;
  onChanged: (item: OutboxItem) => void;
  onSent: (item: OutboxItem, entry: EntryView) => void;
  onGone: (clientId: string) => void;
};

/**
 * Sends what waits for one report, one after the other. The device is asked anew for each, since
 * another tab may have added to it or taken from it.
 * @returns when to come again; null: nothing waits.
 */
export async function drainReport(
  deps: DrainDeps,
  userId: string,
  code: string,
): Promise<number | null> {
  for (;;) {
    const item = nextOf(await deps.store.list(userId), code);
    if (!item) return null;
    if (item.notBefore > deps.now()) return item.notBefore;
    deps.onChanged({ ...item, state: "sending" });
    const left = await sendOne(deps, item);
    if (!left) continue;
    if (await deps.store.renew(left)) deps.onChanged(left);
    else deps.onGone(left.clientId);
  }
}

/** @returns what is left of it; undefined: it has arrived. */
async function sendOne(deps: DrainDeps, item: OutboxItem): Promise<OutboxItem | undefined> {
  const fate = () => ({ now: deps.now(), random: deps.random() });
  let ready = item;
  let refused: OutboxItem | undefined;
  for (const photo of item.photos) {
    const { key, upload, file, isRedrawn } = photo;
    if (upload || !file) continue;
    let opened: ReadyPhoto = { file, isRedrawn };
    const answer = await deps.upload(item, { ...photo, file }, (made) => {
      opened = made;
    });
    if (answer.type === "given") {
      ready = withUpload(ready, key, { ...opened, upload: answer.value });
      // Kept at once: what the server holds is not sent to it twice.
      await deps.store.renew(ready);
      continue;
    }
    const after = afterAnswer(ready, answer, fate());
    if (after.state !== "refused") return after;
    if (after.error) ready = withPhotoError(ready, key, after.error);
    refused = after;
  }
  if (refused) return { ...refused, photos: ready.photos };
  const answer = await deps.post(ready);
  if (answer.type !== "given") return afterAnswer(ready, answer, fate());
  await deps.store.remove(item.clientId);
  deps.onSent(ready, answer.value);
  return undefined;
}
