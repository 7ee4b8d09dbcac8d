import { useReducer, useRef } from "react";
import type { PhotoPurpose } from "../contracts/photos.ts";
import { MAX_PHOTOS_AN_ENTRY } from "../contracts/reports.ts";
import type { UploadView } from "../contracts/views.ts";
import { newClientId } from "./client-id.ts";
import { UNREACHED } from "./outbox-state.ts";
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

  return {
    items,
    done: doneUploads(items),
    isBusy: items.some((item) => item.state === "uploading"),
    hasFailed: items.some((item) => item.state === "failed"),
    isFull: items.length >= MAX_PHOTOS_AN_ENTRY,
    add(chosen, purpose) {
      for (const file of [...chosen].slice(0, MAX_PHOTOS_AN_ENTRY - items.length)) {
        const key = newClientId();
        files.current.set(key, file);
        dispatch({ type: "chosen", item: { key, name: file.name, purpose } });
        void start(key, file, purpose);
      }
    },
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
  };
}
