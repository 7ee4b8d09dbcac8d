import { useReducer, useRef } from "react";
import type { PhotoPurpose } from "../contracts/photos.ts";
import { MAX_PHOTOS_AN_ENTRY } from "../contracts/reports.ts";
import type { UploadView } from "../contracts/views.ts";
import { newClientId } from "./client-id.ts";
import { type OutboxPhoto, UNREACHED } from "./outbox-state.ts";
import { isTooLarge, uploadPhoto } from "./upload-photo.ts";
import { doneUploads, openUploads, type UploadItem, uploadsReducer } from "./uploads-state.ts";

export type Uploads = {
  items: UploadItem[];
  done: UploadView[];
  isBusy: boolean;
  isFull: boolean;
  add: (files: Iterable<File>, purpose: PhotoPurpose) => void;
  retry: (key: string) => void;
  remove: (key: string) => void;
  replace: (uploads: UploadView[]) => void;
  restore: (uploads: UploadView[]) => void;
  hasFailed: boolean;
  /** Failed by the photo itself and not by the network. */
  hasRefused: boolean;
  /** Gives everything to the outbox, which goes on with what is not uploaded yet. */
  handOver: () => OutboxPhoto[];
  takeBack: (photos: OutboxPhoto[]) => void;
};

/** Photos that travel while the words are still being typed. */
export function useUploads(initial: UploadView[] = []): Uploads {
  const [items, dispatch] = useReducer(uploadsReducer, initial, openUploads);
  const files = useRef(new Map<string, File>());
  const cancels = useRef(new Map<string, () => void>());

  const start = async (key: string, file: File, purpose: PhotoPurpose) => {
    if (isTooLarge(file)) {
      dispatch({ type: "failed", key, error: { code: "picture.too_large", params: {} } });
      return;
    }
    const { answer, cancel } = uploadPhoto(file, purpose, (progress) =>
      dispatch({ type: "progressed", key, progress }),
    );
    cancels.current.set(key, cancel);
    const told = await answer;
    if (told.type === "given") dispatch({ type: "uploaded", key, upload: told.value });
    else {
      const error = told.type === "refused" ? told.problem : UNREACHED;
      dispatch({ type: "failed", key, error });
    }
  };

  const add = (chosen: Iterable<File>, purpose: PhotoPurpose) => {
    for (const file of [...chosen].slice(0, MAX_PHOTOS_AN_ENTRY - items.length)) {
      const key = newClientId();
      files.current.set(key, file);
      dispatch({ type: "chosen", item: { key, name: file.name, purpose } });
      void start(key, file, purpose);
    }
  };

  return {
    items,
    add,
    done: doneUploads(items),
    isBusy: items.some((item) => item.state === "uploading"),
    hasFailed: items.some((item) => item.state === "failed"),
    hasRefused: items.some((item) => item.error !== null && item.error.code !== UNREACHED.code),
    isFull: items.length >= MAX_PHOTOS_AN_ENTRY,
    retry(key) {
      const file = files.current.get(key);
      const item = items.find((one) => one.key === key);
      if (!file || !item) return;
      dispatch({ type: "retried", key });
      void start(key, file, item.purpose);
    },
    remove(key) {
      cancels.current.get(key)?.();
      files.current.delete(key);
      dispatch({ type: "removed", key });
    },
    replace: (uploads) => dispatch({ type: "replaced", uploads }),
    restore: (uploads) => dispatch({ type: "restored", uploads }),
    handOver() {
      for (const cancel of cancels.current.values()) cancel();
      dispatch({ type: "replaced", uploads: [] });
      return items.map(({ key, name, purpose, upload }) => ({
        ...{ key, name, purpose, upload, error: null },
        file: upload ? null : (files.current.get(key) ?? null),
      }));
    },
    takeBack(photos) {
      dispatch({ type: "restored", uploads: photos.flatMap(({ upload }) => upload ?? []) });
      for (const { file, purpose } of photos) if (file) add([file], purpose);
    },
  };
}
